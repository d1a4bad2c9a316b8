import type { Bounds } from '../preferences/preferences.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** So much of a window's upper edge must be on a screen for a person to take hold of it. */
const GRIP = { width: 120, height: 32 }

/**
 * Where to open a window that was last at `remembered`: there, if enough of its upper edge is on a screen, cut to that
 * screen; else in the middle of the first one. A screen may have been unplugged, made smaller or turned since.
 * @param areas the screens' areas without bars and docks, the main screen first
 */
export function fitBounds(remembered: Bounds | null, areas: readonly Bounds[], size: Size): Bounds {
  const [first] = areas
  // No screen at all (all asleep, or none plugged in): the system will place it when there is one.
  if (first === undefined) return remembered ?? { x: 0, y: 0, ...size }
  if (remembered === null) return centred(size, first)
  const area = areas.find((candidate) => canBeGripped(remembered, candidate))
  return area === undefined ? centred(remembered, first) : moveInto(remembered, area)
}

function canBeGripped({ x, y, width }: Bounds, area: Bounds): boolean {
  const visible = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return visible >= Math.min(GRIP.width, width) && y >= area.y && y + GRIP.height <= area.y + area.height
}

function moveInto(bounds: Bounds, area: Bounds): Bounds {
  const width = Math.min(bounds.width, area.width)
  const height = Math.min(bounds.height, area.height)
  // Hanging over an edge is a person's own choice; a window that was cut is put where all of it can be seen.
  const x = width < bounds.width ? area.x : bounds.x
  const y = height < bounds.height ? area.y : bounds.y
  return { x, y, width, height }
}

function centred(size: Size, area: Bounds): Bounds {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}
