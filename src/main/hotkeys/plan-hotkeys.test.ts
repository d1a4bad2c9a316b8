import { describe, expect, it } from 'vitest'
import { describeHotkey, planHotkeys } from './plan-hotkeys.ts'

const hotkeys = { toggle: 'mod+alt+s', show: 'mod+alt+o', note: '' }

describe('planHotkeys', () => {
  it('registers what is set, and leaves out what is off', () => {
    const planned = planHotkeys(hotkeys, false)
    expect(planned.map(({ accelerator }) => accelerator)).toEqual([
      'CommandOrControl+Alt+S',
      'CommandOrControl+Alt+O',
      null,
    ])
    expect(planned[2]?.refused).toEqual({ status: 'off', detail: '' })
  })

  it.each(['alt+mod+s', 'ctrl+alt+s'])(
    'shows %s as a conflict with mod+alt+s: the first action keeps the keys',
    (show) => {
      const [toggle, second] = planHotkeys({ ...hotkeys, show }, false)
      expect(toggle?.refused).toBeNull()
      expect(second).toMatchObject({
        accelerator: null,
        refused: { status: 'taken', detail: expect.stringContaining('“start or stop the timer” has the same keys') },
      })
    },
  )

  it('on a Mac tells Ctrl and ⌘ apart', () => {
    expect(planHotkeys({ ...hotkeys, show: 'ctrl+alt+s' }, true)[1]?.refused).toBeNull()
    expect(planHotkeys({ ...hotkeys, show: 'meta+alt+s' }, true)[1]?.refused?.status).toBe('taken')
  })

  it.each(['s', 'g t', 'hyper+s', 'space'])('refuses %j, which cannot or must not be a global hotkey', (toggle) => {
    expect(planHotkeys({ ...hotkeys, toggle }, false)[0]?.refused).toMatchObject({
      status: 'invalid',
      detail: expect.stringMatching(/\.$/),
    })
  })

  it('allows a function key alone', () => {
    expect(planHotkeys({ ...hotkeys, toggle: 'f9' }, false)[0]?.accelerator).toBe('F9')
  })
})

describe('describeHotkey', () => {
  const planned = { action: 'toggle' as const, keys: 'mod+alt+s', accelerator: 'CommandOrControl+Alt+S', refused: null }

  it('is silent when all is well', () => {
    expect(describeHotkey(planned, 'registered', false)).toMatchObject({ status: 'registered', detail: '' })
  })

  it('says that another program has the keys', () => {
    expect(describeHotkey(planned, 'refused', false)).toMatchObject({
      status: 'taken',
      detail: expect.stringContaining('Another program'),
    })
  })

  it('never calls a hotkey proven on Wayland, and names the command that always works there', () => {
    expect(describeHotkey(planned, 'registered', true)).toMatchObject({
      status: 'unproven',
      detail: expect.stringContaining('“stint toggle”'),
    })
    expect(describeHotkey(planned, 'refused', true).detail).toContain('“stint toggle”')
  })
})
