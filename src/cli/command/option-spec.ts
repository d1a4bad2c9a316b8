import type { CandidateKind } from '../completion/candidate-kind.ts'

/** How an option is written, what it means, and what its value can be completed with. */
export interface OptionSpec<V = unknown> {
  readonly kind: 'text' | 'list' | 'flag' | 'switch'
  /** As people write it: `-p, --project <name>`. */
  readonly flags: string
  readonly summary: string
  readonly choices: readonly string[]
  readonly complete: CandidateKind | null
  /** Never set: carries the value's type to the command that reads the option. */
  readonly type?: V
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K] extends OptionSpec<infer V> ? V : never
}

interface Extra {
  readonly choices?: readonly string[]
  readonly complete?: CandidateKind
}

function option<V>(kind: OptionSpec['kind'], flags: string, summary: string, extra: Extra): OptionSpec<V> {
  return { kind, flags, summary, choices: extra.choices ?? [], complete: extra.complete ?? null }
}

/** One value, or undefined where the option is not given. */
export function text(flags: string, summary: string, extra: Extra = {}): OptionSpec<string | undefined> {
  return option('text', flags, summary, extra)
}

/** May be given several times. */
export function list(flags: string, summary: string, extra: Extra = {}): OptionSpec<readonly string[]> {
  return option('list', flags, summary, extra)
}

/** There or not. */
export function flag(flags: string, summary: string): OptionSpec<boolean> {
  return option('flag', flags, summary, {})
}

/** `--billable` and `--no-billable`; undefined where neither is given. */
export function onOff(flags: string, summary: string): OptionSpec<boolean | undefined> {
  return option('switch', flags, summary, {})
}

/** `--clear-project` from `-p, --project <name>`. */
export function longFlag(spec: OptionSpec): string {
  return /--[a-z][a-z-]*/.exec(spec.flags)?.[0] ?? spec.flags
}

export function takesValue(spec: OptionSpec): boolean {
  return spec.kind === 'text' || spec.kind === 'list'
}
