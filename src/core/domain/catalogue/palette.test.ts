import { expect, it } from 'vitest'
import { nextColour, palette } from './palette.ts'

it('a new project gets the colour that the fewest have, in the order of the palette', () => {
  expect(nextColour([])).toBe(palette[0])
  expect(nextColour([palette[0], palette[1]])).toBe(palette[2])
  expect(nextColour(palette.filter((colour) => colour !== palette[4]))).toBe(palette[4])
  expect(nextColour([...palette, palette[0]])).toBe(palette[1])
})

it('colours are told apart whatever their case, and strange ones do not count', () => {
  expect(nextColour([palette[0].toUpperCase(), '#000000', 'red'])).toBe(palette[1])
})
