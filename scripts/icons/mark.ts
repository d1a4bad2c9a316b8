import { disc, type Layer, line, openRing, type Picture, paint, roundedSquare, type Shape } from './canvas.ts'

/** The accents of src/renderer/styles/app.css, and its ink, on light and on dark grounds. */
export const COLOURS = {
  accent: '#2f5bd0',
  accentOnDark: '#7ea2ff',
  ink: '#1a1d24',
  inkOnDark: '#e9ebef',
  white: '#ffffff',
  /** At least 3:1 on white and on black, for panels of which nobody tells whether they are light or dark. */
  middleInk: '#828a98',
  middleAccent: '#5a82ee',
} as const

/** Everything is drawn on a square of 32, as src/renderer/public/favicon.svg is. */
const ACROSS = 32
const CENTRE = { x: 16, y: 16 }
const HANDS = [
  { x: 16, y: 11 },
  { x: 16, y: 16.4 },
  { x: 19.8, y: 18.7 },
]

function ring(radius: number, width: number): Shape {
  return openRing(CENTRE, radius, width, { x: 3, y: -9.1 }, { x: 8.6, y: -3.8 })
}

/** The app's icon; `margin` of the 32 units stays free around it. */
export function appIcon(size: number, margin: number): Picture {
  // Small ones are drawn bolder, or the hands would be a grey haze.
  const width = size <= 24 ? 3.4 : 3
  const layers: Layer[] = [
    { shape: roundedSquare(0, ACROSS, 8), colour: COLOURS.accent },
    { shape: ring(9.6, width), colour: COLOURS.white },
    { shape: line(HANDS, width), colour: COLOURS.white },
  ]
  const scale = (ACROSS - 2 * margin) / ACROSS
  return paint(
    size,
    ACROSS,
    layers.map(({ shape, colour }) => ({
      shape: (x, y) => shape((x - margin) / scale, (y - margin) / scale) * scale,
      colour,
    })),
  )
}

/** Nothing runs: the clock as an outline. `padding` is a share of the whole on each side. */
export function idleTray(size: number, padding: number, colour: string): Picture {
  return paint(size, ACROSS, [
    { shape: padded(ring(13.4, 4), padding), colour },
    { shape: padded(line(SMALL_HANDS, 4), padding), colour },
  ])
}

/** A timer runs: the same clock, filled, so that it tells without its colour too. */
export function runningTray(size: number, padding: number, colour: string): Picture {
  return paint(size, ACROSS, [
    { shape: padded(disc(16, 16, 15.4), padding), colour },
    { shape: padded(line(SMALL_HANDS, 4.2), padding), colour: null },
  ])
}

const SMALL_HANDS = [
  { x: 16, y: 8 },
  { x: 16, y: 16.6 },
  { x: 21.2, y: 19.8 },
]

function padded(shape: Shape, padding: number): Shape {
  const scale = 1 - 2 * padding
  return (x, y) => shape((x - padding * ACROSS) / scale, (y - padding * ACROSS) / scale) * scale
}
