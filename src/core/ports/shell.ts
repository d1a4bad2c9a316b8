import type { ShellAction, ShellState } from '../../shared/contract/desktop.ts'

/** The desktop around the host. A headless host has none. */
export interface Shell {
  state(): ShellState
  run(action: ShellAction): void
}
