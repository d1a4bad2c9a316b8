import { globalShortcut } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import type { HotkeyAction, Settings } from '../../shared/contract/entities.ts'
import type { Desktop } from '../desktop.ts'
import { createTimerCommands } from '../timer/timer-commands.ts'
import { describeHotkey, type HotkeyState, type Outcome, planHotkeys } from './plan-hotkeys.ts'

export interface Hotkeys {
  /** What became of each, in the order of the settings. */
  states(): HotkeyState[]
  dispose(): void
}

/** Global hotkeys as the settings say, registered anew when they change. */
export function startHotkeys(desktop: Desktop): Hotkeys {
  const { live, windows, log } = desktop
  const timer = createTimerCommands(desktop)
  const actions: Readonly<Record<HotkeyAction, () => void>> = {
    toggle: () => void timer.toggle(),
    show: () => windows.toggle(),
    note: () => windows.quickNote(),
  }
  let registered: string[] = []
  let states: HotkeyState[] = []

  function release(): void {
    for (const accelerator of registered) globalShortcut.unregister(accelerator)
    registered = []
  }

  function apply(hotkeys: Settings['hotkeys']): void {
    release()
    states = planHotkeys(hotkeys, process.platform === 'darwin').map((planned) => {
      const { accelerator, action } = planned
      const outcome = accelerator === null ? 'refused' : register(accelerator, actions[action], log)
      if (accelerator !== null && outcome === 'registered') registered.push(accelerator)
      return describeHotkey(planned, outcome, isWayland(process.env))
    })
    const lost = states.filter(({ status }) => status === 'taken' || status === 'invalid')
    if (lost.length > 0) log.info({ hotkeys: lost }, 'Some global hotkeys could not be had')
  }

  let applied = JSON.stringify(live.current().settings.hotkeys)
  apply(live.current().settings.hotkeys)
  const stopListening = live.listen(({ settings }) => {
    const wanted = JSON.stringify(settings.hotkeys)
    if (wanted === applied) return
    applied = wanted
    apply(settings.hotkeys)
  })

  return {
    states: () => [...states],
    dispose() {
      stopListening()
      release()
    },
  }
}

/** The system's word is not enough: what it does not hold afterwards was not registered. */
function register(accelerator: string, run: () => void, log: Log): Outcome {
  try {
    const isGiven = globalShortcut.register(accelerator, run)
    return isGiven && globalShortcut.isRegistered(accelerator) ? 'registered' : 'refused'
  } catch (error) {
    log.info({ err: error, accelerator }, 'A hotkey was not understood')
    return 'not-understood'
  }
}

function isWayland(env: NodeJS.ProcessEnv): boolean {
  return process.platform === 'linux' && (env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']))
}
