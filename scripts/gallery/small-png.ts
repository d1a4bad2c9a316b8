import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MAX_COLOURS = 256

/**
 * The same picture with at most 256 colours, packed well: a third of what a browser writes, so that a gallery fits
 * into a repository. Takes what Chromium makes, 8 bits a channel with or without alpha, not interlaced (PNG, W3C
 * 2003, §4 and §9).
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png)
  const { palette, indexOf } = choosePalette(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(pixels[y * width + x] ?? 0)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits, colour type 3 (palette), usual compression and filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Pixels as 0xRRGGBB; screenshots are opaque, so alpha is left out. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG')
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : png[25] === 2 ? 3 : 0
  if (png[24] !== 8 || channels === 0 || png[28] !== 0) throw new Error('a PNG of a kind that Chromium does not make')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
  const pixels = new Uint32Array(width * height)
  for (let n = 0; n < pixels.length; n += 1) {
    const at = n * channels
    pixels[n] = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  }
  return { width, height, pixels }
}

function unfilter(data: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= channels ? (out[at - channels] ?? 0) : 0
      const up = y > 0 ? (out[at - stride] ?? 0) : 0
      const upLeft = x >= channels && y > 0 ? (out[at - stride - channels] ?? 0) : 0
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, upLeft)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const toLeft = Math.abs(up - upLeft)
  const toUp = Math.abs(left - upLeft)
  const toBoth = Math.abs(left + up - 2 * upLeft)
  if (toLeft <= toUp && toLeft <= toBoth) return left
  return toUp <= toBoth ? up : upLeft
}

/** Squared distances below which two colours count as one; the smallest that gets by with the palette is taken. */
const LIKE = [0, 30, 60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360, 61_440] as const

/**
 * Colours that stand for all others. Pages have few true colours, the rest is the soft edge of letters; but a dot of
 * a few pixels may be the only green there is, so a colour is left out for being near another, never for being rare.
 */
function choosePalette(pixels: Uint32Array): { palette: number[]; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byUse = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour)
  let palette: number[] = []
  for (const like of LIKE) {
    palette = apart(byUse, like)
    if (palette.length <= MAX_COLOURS) break
  }
  const known = new Map(palette.map((colour, index) => [colour, index]))
  return {
    palette,
    indexOf(colour) {
      let index = known.get(colour)
      if (index === undefined) {
        index = nearest(palette, colour).index
        known.set(colour, index)
      }
      return index
    },
  }
}

/** Colours in order that are further than `like` from all chosen before; stops once they are too many. */
function apart(colours: readonly number[], like: number): number[] {
  const chosen: number[] = []
  for (const colour of colours) {
    if (nearest(chosen, colour).distance > like) chosen.push(colour)
    if (chosen.length > MAX_COLOURS) break
  }
  return chosen
}

function nearest(palette: readonly number[], colour: number): { index: number; distance: number } {
  let best = { index: -1, distance: Number.POSITIVE_INFINITY }
  for (const [index, other] of palette.entries()) {
    const red = (colour >> 16) - (other >> 16)
    const green = ((colour >> 8) & 0xff) - ((other >> 8) & 0xff)
    const blue = (colour & 0xff) - (other & 0xff)
    // The eye sees green best and blue least.
    const distance = 3 * red * red + 6 * green * green + 2 * blue * blue
    if (distance < best.distance) best = { index, distance }
  }
  return best
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
