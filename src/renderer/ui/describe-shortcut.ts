const names: Record<string, string> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  delete: 'Del',
  backspace: '⌫',
}
const macNames: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' }

/** The keys of `mod+shift+z`, or of `g t` (one after the other), named as on this person's keyboard. */
export function describeShortcut(shortcut: string, mac: boolean = isMac()): string[] {
  return shortcut
    .split(' ')
    .flatMap(splitShortcut)
    .map((key) => (mac ? macNames[key] : undefined) ?? names[key] ?? key.toUpperCase())
}

/** `mod++` holds the key `+` itself. */
export function splitShortcut(shortcut: string): string[] {
  if (shortcut === '') return []
  if (shortcut === '+') return ['+']
  const keys = shortcut.split('+')
  return shortcut.endsWith('++') ? [...keys.slice(0, -2), '+'] : keys
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)
}
