import type { ActionInfo } from '../../../shared/actions/action-list.ts'

/** What a key press means while a shortcut is being recorded. */
export type Recorded =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'clear' }
  /** Tab: the recording ends, and the focus moves on as always. */
  | { readonly kind: 'leave' }
  /** The first of two keys; '' where it was taken back. */
  | { readonly kind: 'begun'; readonly key: string }
  | { readonly kind: 'done'; readonly shortcut: string }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Reads a key press, as `keyName` of app/shortcuts.ts names it. `begun` is the first of two keys, '' before it; a key
 * in `starters` waits for a second one.
 */
export function readRecordedKey(
  key: string,
  begun: string,
  starters: ReadonlySet<string>,
  scope: ActionInfo['scope'],
): Recorded {
  if (key === 'escape') return { kind: 'cancel' }
  if (key === 'tab' || key === 'shift+tab') return { kind: 'leave' }
  if (key === 'backspace') return begun === '' ? { kind: 'clear' } : { kind: 'begun', key: '' }
  if (begun === '' && starters.has(key)) return { kind: 'begun', key }
  const reason = whyNot(key, scope)
  if (reason !== null) return { kind: 'refused', reason }
  return { kind: 'done', shortcut: begun === '' ? key : `${begun} ${key}` }
}

/** First keys of the shortcuts of two keys: `g` of `g t`. */
export function startersOf(shortcuts: Iterable<string>): Set<string> {
  const starters = new Set<string>()
  for (const shortcut of shortcuts) {
    const space = shortcut.indexOf(' ')
    if (space > 0) starters.add(shortcut.slice(0, space))
  }
  return starters
}

const MOVING = /^(?:shift\+)?(?:arrow(?:up|down|left|right)|home|end|pageup|pagedown)$/
const TEXT = new Set(['mod+a', 'mod+c', 'mod+v', 'mod+x', 'mod+shift+v'])
const BROWSER = new Set([
  ...['mod+l', 'mod+n', 'mod+q', 'mod+r', 'mod+t', 'mod+w', 'mod+tab', 'mod+shift+tab', 'mod+f', 'mod+p'],
  ...['mod+shift+i', 'mod+shift+j', 'mod+shift+n', 'mod+shift+r', 'mod+shift+t', 'mod+shift+w', 'mod+f4', 'mod+f5'],
  ...['f5', 'f11', 'f12', 'alt+f4', 'alt+arrowleft', 'alt+arrowright', 'alt+home', 'mod++', 'mod+-', 'mod+0'],
])
const UNNAMED = new Set(['unidentified', 'contextmenu', 'numlock', 'scrolllock'])

/** Why a key cannot be a shortcut; null where it can. */
export function whyNot(key: string, scope: ActionInfo['scope']): string | null {
  if (UNNAMED.has(key)) return 'This key cannot be a shortcut. Press another one.'
  if (MOVING.test(key)) return 'This key moves in lists and pages. Press another one.'
  if (TEXT.has(key)) return 'These keys copy, cut, paste or select. Press others.'
  if (BROWSER.has(key) || /^mod\+[1-9]$/.test(key)) return 'The browser keeps these keys for itself. Press others.'
  if ((key === 'enter' || key === 'space') && scope !== 'entry') {
    return 'This key presses the button that has the focus. Press another one.'
  }
  return null
}
