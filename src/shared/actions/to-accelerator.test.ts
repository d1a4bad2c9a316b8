import { describe, expect, it } from 'vitest'
import { ACTIONS } from './action-list.ts'
import { toAccelerator } from './to-accelerator.ts'

describe('toAccelerator', () => {
  it.each([
    ['mod+alt+s', 'CommandOrControl+Alt+S'],
    ['mod+shift+z', 'CommandOrControl+Shift+Z'],
    ['ctrl+meta+f12', 'Control+Super+F12'],
    ['shift+backspace', 'Shift+Backspace'],
    ['mod+arrowup', 'CommandOrControl+Up'],
    ['mod++', 'CommandOrControl+Plus'],
    ['+', 'Plus'],
    ['enter', 'Return'],
    ['space', 'Space'],
    ['?', '?'],
    ['[', '['],
    ['7', '7'],
  ])('writes %s as %s', (shortcut, accelerator) => {
    expect(toAccelerator(shortcut)).toEqual({ ok: true, value: accelerator })
  })

  it.each([
    ['', 'No keys are set.'],
    ['g t', 'Keys pressed one after the other work only inside the window.'],
    ['mod+', 'A key is missing after the “+”.'],
    ['hyper+s', '“hyper” is no key that can be held down.'],
    ['mod+mod+s', '“mod” is there twice.'],
    ['mod+nosuchkey', 'No key is called “nosuchkey”.'],
    ['mod+f25', 'No key is called “f25”.'],
    ['mod+å', 'No key is called “å”.'],
  ])('refuses %j and says why', (shortcut, reason) => {
    expect(toAccelerator(shortcut)).toEqual({ ok: false, error: reason })
  })

  it('knows the keys of every action that is one press', () => {
    const unknown = ACTIONS.filter(({ shortcut }) => shortcut !== '' && !shortcut.includes(' ')).filter(
      ({ shortcut }) => !toAccelerator(shortcut).ok,
    )
    expect(unknown).toEqual([])
  })
})
