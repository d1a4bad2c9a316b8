import type * as Electron from 'electron'
import { needsStart } from './app-life.ts'

const registered = new Map<string, () => void>()
/** Keys that another program has. */
const taken = new Set((process.env['STINT_TEST_HOST_TAKEN_KEYS'] ?? '').split(' ').filter(Boolean))

/** Electron refuses what it cannot read with an exception of this kind. */
const READABLE =
  /^((Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)\+)*([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|Plus|[-=,./;'[\]\\`])$/i

export const globalShortcut = {
  register(accelerator, callback) {
    needsStart('globalShortcut')
    if (!READABLE.test(accelerator)) {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`)
    }
    if (taken.has(accelerator) || registered.has(accelerator)) return false
    registered.set(accelerator, callback)
    return true
  },
  isRegistered: (accelerator) => registered.has(accelerator),
  unregister: (accelerator) => void registered.delete(accelerator),
  unregisterAll: () => registered.clear(),
} satisfies Pick<Electron.GlobalShortcut, 'register' | 'isRegistered' | 'unregister' | 'unregisterAll'>

export const shortcutControls = {
  hotkeys: () => [...registered.keys()],
  hotkey(accelerator: string) {
    const callback = registered.get(accelerator)
    if (callback === undefined) throw new Error(`${accelerator} is not registered; ${[...registered.keys()]} are`)
    callback()
  },
  takeKeys(accelerator: string) {
    taken.add(accelerator)
  },
  freeKeys(accelerator: string) {
    taken.delete(accelerator)
  },
}
