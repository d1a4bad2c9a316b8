import { err, ok, type Result } from '../result.ts'

const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ['mod', 'CommandOrControl'],
  ['ctrl', 'Control'],
  ['alt', 'Alt'],
  ['shift', 'Shift'],
  ['meta', 'Super'],
])

/** Keys whose names differ, or that stand for themselves; a letter or digit stands for itself as well. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['enter', 'Return'],
  ['space', 'Space'],
  ['backspace', 'Backspace'],
  ['delete', 'Delete'],
  ['escape', 'Escape'],
  ['tab', 'Tab'],
  ['insert', 'Insert'],
  ['home', 'Home'],
  ['end', 'End'],
  ['pageup', 'PageUp'],
  ['pagedown', 'PageDown'],
  ['arrowup', 'Up'],
  ['arrowdown', 'Down'],
  ['arrowleft', 'Left'],
  ['arrowright', 'Right'],
  ['+', 'Plus'],
])

const PLAIN = /^[A-Za-z0-9]$/
const SIGN = /^[!-/:-@[-`{-~]$/
const FUNCTION_KEY = /^f([1-9]|1[0-9]|2[0-4])$/

/**
 * A shortcut as Stint writes it ('mod+alt+s') as Electron does ('CommandOrControl+Alt+S'). Refused: nothing at all,
 * keys pressed one after the other ('g t'), an unknown modifier or key. The text says why.
 */
export function toAccelerator(shortcut: string): Result<string, string> {
  if (shortcut === '') return err('No keys are set.')
  if (shortcut.includes(' ')) return err('Keys pressed one after the other work only inside the window.')
  const parts = partsOf(shortcut.toLowerCase())
  const key = parts.at(-1) ?? ''
  const modifiers: string[] = []
  for (const part of parts.slice(0, -1)) {
    const modifier = MODIFIERS.get(part)
    if (modifier === undefined) return err(`“${part}” is no key that can be held down.`)
    if (modifiers.includes(modifier)) return err(`“${part}” is there twice.`)
    modifiers.push(modifier)
  }
  const name = keyName(key)
  if (name === undefined) return err(key === '' ? 'A key is missing after the “+”.' : `No key is called “${key}”.`)
  return ok([...modifiers, name].join('+'))
}

/** Splits at '+', and knows the key '+' itself: 'mod++' is mod and plus. */
function partsOf(shortcut: string): readonly string[] {
  if (shortcut === '+') return ['+']
  if (shortcut.endsWith('++')) return [...shortcut.slice(0, -2).split('+'), '+']
  return shortcut.split('+')
}

function keyName(key: string): string | undefined {
  if (PLAIN.test(key) || FUNCTION_KEY.test(key)) return key.toUpperCase()
  return KEYS.get(key) ?? (SIGN.test(key) ? key : undefined)
}
