import { ACTIONS, type ActionId, type ActionInfo, actionInfo } from '../../../shared/actions/action-list.ts'
import { effectiveShortcuts } from '../../app/shortcuts.ts'

/** As settings keep them: action id to keys, '' is none; what is not in it has the shortcut it comes with. */
export type Overrides = Readonly<Record<string, string>>

/** Gives an action other keys; one that gets its own back is no longer an exception. */
export function withShortcut(overrides: Overrides, id: ActionId, shortcut: string): Record<string, string> {
  const { [id]: _old, ...others } = overrides
  return shortcut === actionInfo(id).shortcut ? others : { ...others, [id]: shortcut }
}

/** Actions that would answer to the same keys, or whose keys one of the two would hide, if `id` had `shortcut`. */
export function rivalsOf(overrides: Overrides, id: ActionId, shortcut: string): ActionInfo[] {
  if (shortcut === '') return []
  const shortcuts = effectiveShortcuts(overrides)
  return ACTIONS.filter((other) => {
    const keys = shortcuts.get(other.id) ?? ''
    if (other.id === id || keys === '') return false
    return keys === shortcut || keys.startsWith(`${shortcut} `) || shortcut.startsWith(`${keys} `)
  })
}

/** `id` gets the shortcut, and those that stood in its way have none. */
export function takeShortcut(overrides: Overrides, id: ActionId, shortcut: string): Record<string, string> {
  const without = rivalsOf(overrides, id, shortcut).reduce<Overrides>(
    (edited, rival) => withShortcut(edited, rival.id as ActionId, ''),
    overrides,
  )
  return withShortcut(without, id, shortcut)
}

/**
 * `id` gets the shortcut, and the one action that had it gets the keys that `id` had. Null where that is not possible:
 * `id` had none, several stand in the way, or the keys are not the very same.
 */
export function swapShortcuts(overrides: Overrides, id: ActionId, shortcut: string): Record<string, string> | null {
  const shortcuts = effectiveShortcuts(overrides)
  const own = shortcuts.get(id) ?? ''
  const [rival, ...more] = rivalsOf(overrides, id, shortcut)
  if (own === '' || rival === undefined || more.length > 0 || shortcuts.get(rival.id as ActionId) !== shortcut) {
    return null
  }
  const swapped = withShortcut(withShortcut(overrides, id, shortcut), rival.id as ActionId, own)
  return rivalsOf(swapped, rival.id as ActionId, own).length === 0 ? swapped : null
}

/** Whether an action has other keys than it comes with. */
export function isChanged(overrides: Overrides, { id, shortcut }: ActionInfo): boolean {
  return (overrides[id] ?? shortcut) !== shortcut
}
