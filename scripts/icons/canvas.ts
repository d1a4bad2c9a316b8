/** Straight (not premultiplied) RGBA, 8 bits each, rows from the top. */
export interface Picture {
  readonly size: number
  readonly rgba: Uint8Array
}

/** A shape: distance of a point to its edge in the units it is drawn in, below zero inside. */
export type Shape = (x: number, y: number) => number

export interface Layer {
  readonly shape: Shape
  /** `#rrggbb`, or null to cut the shape out of what lies below. */
  readonly colour: string | null
}

/** Edges are as soft as one pixel is wide: enough at 16 px, and invisible at 512. */
export function paint(size: number, unitsAcross: number, layers: readonly Layer[]): Picture {
  const rgba = new Uint8Array(size * size * 4)
  const scale = unitsAcross / size
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let colour: readonly number[] = [0, 0, 0]
      let alpha = 0
      for (const layer of layers) {
        const distance = layer.shape((column + 0.5) * scale, (row + 0.5) * scale) / scale
        const cover = Math.min(1, Math.max(0, 0.5 - distance))
        if (cover === 0) continue
        if (layer.colour === null) {
          alpha *= 1 - cover
          continue
        }
        const above = channels(layer.colour)
        const together = cover + alpha * (1 - cover)
        colour = colour.map((below, at) => ((above[at] ?? 0) * cover + below * alpha * (1 - cover)) / together)
        alpha = together
      }
      const shown = Math.round(alpha * 255)
      if (shown > 0) rgba.set([...colour.map(Math.round), shown], (row * size + column) * 4)
    }
  }
  return { size, rgba }
}

function channels(colour: string): readonly number[] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export function roundedSquare(from: number, to: number, radius: number): Shape {
  const middle = (from + to) / 2
  const half = (to - from) / 2 - radius
  return (x, y) => {
    const dx = Math.abs(x - middle) - half
    const dy = Math.abs(y - middle) - half
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
  }
}

export function disc(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) - radius
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A line through all points, with round ends and corners. */
export function line(points: readonly Point[], width: number): Shape {
  return (x, y) => {
    let nearest = Number.POSITIVE_INFINITY
    for (const [index, from] of points.slice(0, -1).entries()) {
      const to = points[index + 1] ?? from
      const along = { x: to.x - from.x, y: to.y - from.y }
      const share = ((x - from.x) * along.x + (y - from.y) * along.y) / (along.x ** 2 + along.y ** 2)
      const kept = Math.min(1, Math.max(0, share))
      nearest = Math.min(nearest, Math.hypot(x - from.x - along.x * kept, y - from.y - along.y * kept))
    }
    return nearest - width / 2
  }
}

/** A ring that is open between two directions from its centre (less than half a turn apart), with round ends. */
export function openRing(centre: Point, radius: number, width: number, gapFrom: Point, gapTo: Point): Shape {
  const ends = [gapFrom, gapTo].map((towards) => {
    const length = Math.hypot(towards.x, towards.y)
    return { x: centre.x + (towards.x / length) * radius, y: centre.y + (towards.y / length) * radius }
  })
  return (x, y) => {
    const dx = x - centre.x
    const dy = y - centre.y
    // On the clockwise side of the gap's beginning and on the other side of its end.
    const isInGap = gapFrom.x * dy - gapFrom.y * dx > 0 && gapTo.x * dy - gapTo.y * dx < 0
    const distance = isInGap
      ? Math.min(...ends.map((end) => Math.hypot(x - end.x, y - end.y)))
      : Math.abs(Math.hypot(dx, dy) - radius)
    return distance - width / 2
  }
}
