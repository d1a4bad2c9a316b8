import type { StintClient } from '../shared/contract/contract.ts'
import type { Result } from '../shared/result.ts'
import type { Zone } from '../shared/zone/zone.ts'
import type { CliError } from './cli-error.ts'
import type { Paint } from './output/paint.ts'
import type { TextOutput } from './output/text-output.ts'

/** What a command may know and use. Nothing is connected before a command asks. */
export interface CliContext {
  readonly out: TextOutput
  /** Progress and notices; never the answer. */
  readonly notices: TextOutput
  readonly paint: Paint
  readonly json: boolean
  readonly yes: boolean
  readonly stdinIsTerminal: boolean
  readonly profileDir: string
  readonly configFiles: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** The moment the command line was read: every typed time in it counts from here. */
  readonly nowMs: number
  readonly zone: Zone
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly interrupted: AbortSignal
  /** Asks the host of the profile, or the profile itself where none runs. Refusals come back as values. */
  ask<T>(question: (client: StintClient) => Promise<T>): Promise<Result<T, CliError>>
}
