import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bounds } from '../preferences/preferences.ts'
import { fitBounds } from './fit-bounds.ts'

const screen: Bounds = { x: 0, y: 25, width: 1920, height: 1055 }
const left: Bounds = { x: -1280, y: 0, width: 1280, height: 1024 }
const size = { width: 1180, height: 780 }

describe('fitBounds', () => {
  it('opens in the middle of the main screen at first', () => {
    expect(fitBounds(null, [screen, left], size)).toEqual({ x: 370, y: 163, width: 1180, height: 780 })
  })

  it('opens where it was, on whichever screen that is, also hanging over its edge', () => {
    const second = { x: -1200, y: 100, width: 900, height: 700 }
    expect(fitBounds(second, [screen, left], size)).toEqual(second)
    const hanging = { x: 1700, y: 600, width: 900, height: 700 }
    expect(fitBounds(hanging, [screen, left], size)).toEqual(hanging)
  })

  it('comes to the main screen, with its own size, when its screen is gone', () => {
    const second = { x: -1200, y: 100, width: 900, height: 700 }
    expect(fitBounds(second, [screen], size)).toEqual({ x: 510, y: 203, width: 900, height: 700 })
  })

  it('is cut to a screen that has become smaller', () => {
    const large = { x: 200, y: 100, width: 3000, height: 2000 }
    expect(fitBounds(large, [screen], size)).toEqual(screen)
  })

  it('is brought back when its title is above or below the screen', () => {
    expect(fitBounds({ x: 100, y: -300, width: 900, height: 700 }, [screen], size).y).toBeGreaterThanOrEqual(screen.y)
    expect(fitBounds({ x: 100, y: 1060, width: 900, height: 700 }, [screen], size).y).toBeLessThan(1000)
  })

  it('keeps what it has where there is no screen', () => {
    const second = { x: -1200, y: 100, width: 900, height: 700 }
    expect(fitBounds(second, [], size)).toEqual(second)
    expect(fitBounds(null, [], size)).toEqual({ x: 0, y: 0, ...size })
  })

  it('can always be taken hold of, and fitting again changes nothing', () => {
    const pixel = fc.integer({ min: -5000, max: 5000 })
    const length = fc.integer({ min: 1, max: 5000 })
    const bounds = fc.record({ x: pixel, y: pixel, width: length, height: length })
    // Side by side with gaps, as screens are: they never cover each other.
    const area = fc.record({
      gap: fc.nat(500),
      y: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 320, max: 5000 }),
      height: fc.integer({ min: 240, max: 5000 }),
    })
    const screens = fc.array(area, { minLength: 1, maxLength: 3 }).map((areas) => {
      let x = -4000
      return areas.map(({ gap, ...rest }) => {
        x += gap
        const placed = { x, ...rest }
        x += rest.width
        return placed
      })
    })
    fc.assert(
      fc.property(bounds, screens, (remembered, areas) => {
        const fitted = fitBounds(remembered, areas, size)
        const held = areas.some(
          (one) =>
            fitted.y >= one.y &&
            fitted.y < one.y + one.height &&
            fitted.x < one.x + one.width &&
            fitted.x + fitted.width > one.x,
        )
        expect(held).toBe(true)
        expect(fitBounds(fitted, areas, size)).toEqual(fitted)
      }),
      { seed: 20, numRuns: 500 },
    )
  })
})
