import type { KeyPress } from '../../app/shortcuts.ts'

/**
 * A key press for a hotkey of the whole desktop, which goes by the letter on the key: on a Mac ⌥ makes another
 * character of it, so there the key's own letter is read from its place.
 */
export function globalKeyPress(press: KeyPress & { readonly code: string }, mac: boolean): KeyPress {
  const { ctrlKey, metaKey, altKey, shiftKey, code } = press
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  const key = mac && altKey && letter !== undefined ? letter.toLowerCase() : press.key
  return { key, ctrlKey, metaKey, altKey, shiftKey }
}

/** Why keys cannot be taken from every other program; null where they can. */
export function whyNotGlobal(shortcut: string): string | null {
  if (/(?:^|\+)(?:mod|ctrl|meta|alt)\+/.test(shortcut)) return null
  if (/^(?:shift\+)?f(?:[1-9]|1\d|2[0-4])$/.test(shortcut)) return null
  return 'Hold Ctrl, Alt or the system key with it: these keys are taken from every other program.'
}
