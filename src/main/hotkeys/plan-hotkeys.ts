import { toAccelerator } from '../../shared/actions/to-accelerator.ts'
import type { HotkeyStatus, ShellState } from '../../shared/contract/desktop.ts'
import type { HotkeyAction, Settings } from '../../shared/contract/entities.ts'

export type HotkeyState = ShellState['hotkeys'][number]

/** What is to be tried for an action, or why nothing is. */
export interface PlannedHotkey {
  readonly action: HotkeyAction
  readonly keys: string
  /** null: not to be registered; `refused` says what to show instead. */
  readonly accelerator: string | null
  readonly refused: { readonly status: HotkeyStatus; readonly detail: string } | null
}

const ACTIONS: readonly HotkeyAction[] = ['toggle', 'show', 'note']
const NAMES: Readonly<Record<HotkeyAction, string>> = {
  toggle: 'start or stop the timer',
  show: 'show or hide Stint',
  note: 'quick note',
}

/** In the order of the settings; of two actions with the same keys the first has them. */
export function planHotkeys(hotkeys: Settings['hotkeys'], isMac: boolean): PlannedHotkey[] {
  const owners = new Map<string, HotkeyAction>()
  return ACTIONS.map((action) => {
    const keys = hotkeys[action]
    const refuse = (status: HotkeyStatus, detail: string): PlannedHotkey => ({
      action,
      keys,
      accelerator: null,
      refused: { status, detail },
    })
    if (keys === '') return refuse('off', '')
    const accelerator = toAccelerator(keys)
    if (!accelerator.ok) return refuse('invalid', accelerator.error)
    if (!/\+/.test(accelerator.value) && !/^F\d+$/.test(accelerator.value)) {
      return refuse('invalid', 'A single key would be taken from every other program. Add Ctrl, Alt or another.')
    }
    const same = pressedKeys(accelerator.value, isMac)
    const owner = owners.get(same)
    if (owner !== undefined) {
      return refuse('taken', `“${NAMES[owner]}” has the same keys. Choose others for one of the two.`)
    }
    owners.set(same, action)
    return { action, keys, accelerator: accelerator.value, refused: null }
  })
}

/** Ctrl+Alt+S, Alt+Ctrl+S and Mod+Alt+S are the same keys under the fingers. */
function pressedKeys(accelerator: string, isMac: boolean): string {
  const keys = accelerator.split('+').map((key) => (key === 'CommandOrControl' ? (isMac ? 'Super' : 'Control') : key))
  return keys.sort().join('+')
}

/** What came of trying to register. */
export type Outcome = 'registered' | 'refused' | 'not-understood'

const VERBS: Readonly<Record<HotkeyAction, string>> = {
  toggle: 'stint toggle',
  show: 'xdg-open stint://show',
  note: 'xdg-open stint://note',
}

/**
 * What to tell of a hotkey after trying it. On Wayland a desktop may take the registration and never deliver the key,
 * and nothing in the program can tell; a command bound in the desktop's own settings always works there.
 */
export function describeHotkey(
  { action, keys, refused }: PlannedHotkey,
  outcome: Outcome,
  isWayland: boolean,
): HotkeyState {
  if (refused !== null) return { action, keys, ...refused }
  const wayOut = `bind “${VERBS[action]}” to a key in the desktop’s keyboard settings`
  if (outcome === 'not-understood') {
    return { action, keys, status: 'invalid', detail: 'The system does not know these keys. Choose others.' }
  }
  if (outcome === 'refused') {
    const detail = isWayland
      ? `The desktop did not give these keys to Stint. Choose others, or ${wayOut}.`
      : 'Another program has these keys. Choose others, or free them there.'
    return { action, keys, status: 'taken', detail }
  }
  if (!isWayland) return { action, keys, status: 'registered', detail: '' }
  return {
    action,
    keys,
    status: 'unproven',
    detail: `Wayland does not say whether these keys reach Stint. If nothing happens, ${wayOut}.`,
  }
}
