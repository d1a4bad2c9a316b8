import type { ShellState } from '../../shared/contract/desktop.ts'

/** Whether Stint starts when the person signs in. */
export interface LoginItem {
  /** 'unsupported': run from a checkout, there is no program yet that could be started. */
  state(): ShellState['startAtLogin']
  /** Changes nothing that is so already, so that what a person switched off in the system's own settings stays off. */
  apply(on: boolean): void
}
