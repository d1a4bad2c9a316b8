import { describe, expect, it } from 'vitest'
import { readPreferences } from './preferences.ts'

const bounds = { x: -1200, y: 30, width: 900, height: 700 }

describe('readPreferences', () => {
  it('reads what was kept', () => {
    expect(readPreferences({ main: { bounds, maximized: true }, mini: { bounds } })).toEqual({
      main: { bounds, maximized: true },
      mini: { bounds },
    })
  })

  it.each([undefined, null, 'text', 7, [], {}, { main: { bounds: { x: 'left' } }, mini: 3 }])(
    'begins anew where the file says %j',
    (stored) => {
      expect(readPreferences(stored)).toEqual({ main: null, mini: null })
    },
  )

  it('keeps one window where only the other cannot be read, and ignores what it does not know', () => {
    expect(
      readPreferences({ main: { bounds: { ...bounds, width: Number.NaN } }, mini: { bounds }, theme: 'x' }),
    ).toEqual({
      main: null,
      mini: { bounds },
    })
  })
})
