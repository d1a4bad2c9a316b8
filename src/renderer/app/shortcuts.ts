import { ACTIONS, type ActionId, type ActionInfo } from '../../shared/actions/action-list.ts'

/** The part of a keyboard event that names a key. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process'])

/**
 * The name of a key press, as shortcuts are written: `mod+shift+z`, `?`, `arrowup`; null for a modifier alone. Shift is
 * not named beside a character that needs it: `?` is `?` on every keyboard.
 */
export function keyName(press: KeyPress, mac: boolean): string | null {
  if (MODIFIERS.has(press.key)) return null
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  const isSymbol = key.length === 1 && key === press.key.toUpperCase()
  const parts: string[] = []
  if (mac ? press.metaKey : press.ctrlKey) parts.push('mod')
  if (mac && press.ctrlKey) parts.push('ctrl')
  if (!mac && press.metaKey) parts.push('meta')
  // AltGr makes characters on many keyboards: `[` is AltGr+8 in Swedish, and must be found as `[`.
  if (press.altKey && !(isSymbol && press.ctrlKey)) parts.push('alt')
  if (isSymbol && press.altKey && press.ctrlKey) parts.shift()
  if (press.shiftKey && !isSymbol) parts.push('shift')
  return [...parts, key].join('+')
}

/** Each action's shortcut: the person's own where there is one ('' switches it off), else the one it comes with. */
export function effectiveShortcuts(overrides: Readonly<Record<string, string>>): Map<ActionId, string> {
  return new Map(ACTIONS.map(({ id, shortcut }) => [id, overrides[id] ?? shortcut]))
}

export interface ShortcutConflict {
  readonly shortcut: string
  readonly actionIds: readonly string[]
}

/**
 * Actions that would answer to the same keys: equal shortcuts, or one that is the beginning of another (`g` hides
 * `g t`). Scopes that cannot both be active keep actions apart; all of today's can.
 */
export function findConflicts(
  shortcuts: ReadonlyMap<string, string>,
  actions: readonly Pick<ActionInfo, 'id'>[] = ACTIONS,
): ShortcutConflict[] {
  const known = new Set(actions.map(({ id }) => id))
  const bound = [...shortcuts].filter(([id, shortcut]) => shortcut !== '' && known.has(id))
  const conflicts = new Map<string, Set<string>>()
  for (const [id, shortcut] of bound) {
    for (const [otherId, other] of bound) {
      if (id === otherId || !(other === shortcut || other.startsWith(`${shortcut} `))) continue
      const members = conflicts.get(shortcut) ?? new Set<string>()
      conflicts.set(shortcut, members.add(id).add(otherId))
    }
  }
  return [...conflicts].map(([shortcut, ids]) => ({ shortcut, actionIds: [...ids] }))
}

/** True where a key press writes text or belongs to a control: single letters must not fire there. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target.closest('[role=menu], [role=dialog], [role=listbox]') !== null
}

/** With Ctrl, ⌘ or Alt it is no typing: works in text fields too. */
export function hasModifier(shortcut: string): boolean {
  return /^(?:mod|ctrl|meta|alt)\+/.test(shortcut)
}
