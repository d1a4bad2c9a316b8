/** Stable exit codes: 0 done, 1 refused or failed, 2 the command line itself is wrong, 130 stopped with Ctrl-C. */
export const EXIT = { ok: 0, refused: 1, usage: 2, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Why a command did not do what was asked, in words a person can act on, plus data for a program. */
export interface CliError {
  /** One of `src/shared/errors.ts`, or one of the CLI's own (docs/cli.md lists them). */
  readonly code: string
  readonly message: string
  /** What to type instead; shown under the message, left out of the JSON's message. */
  readonly hint: string
  readonly data: Readonly<Record<string, unknown>>
  readonly exitCode: ExitCode
}

/** The command line cannot be understood: exit 2. */
export function usageError(message: string, hint = '', data: Record<string, unknown> = {}): CliError {
  return { code: 'usage', message, hint, data, exitCode: EXIT.usage }
}

/** Understood, but not possible: exit 1. */
export function refusal(code: string, message: string, hint = '', data: Record<string, unknown> = {}): CliError {
  return { code, message, hint, data, exitCode: EXIT.refused }
}
