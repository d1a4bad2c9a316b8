import type { Account, TimeProviderKind } from '../../shared/contract/accounts.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { nearest } from '../names/nearest.ts'
import { accountKinds } from '../present/account-kinds.ts'
import { readDay } from './read-time.ts'

export interface AccountOptions {
  readonly baseUrl?: string | undefined
  readonly workspace?: string | undefined
  readonly project?: string | undefined
  readonly activity?: string | undefined
  readonly tags?: string | undefined
  readonly direction?: string | undefined
  readonly user?: string | undefined
  readonly instance?: string | undefined
  readonly org?: string | undefined
  readonly noteTemplate?: string | undefined
  readonly from?: string | undefined
  readonly name?: string | undefined
}

/** Settings of an account as typed; what was not typed is not among them. '' takes a setting away. */
export async function readAccountSettings(context: CliContext, options: AccountOptions) {
  const fromDay = await readDay(context, '--from', options.from)
  if (!fromDay.ok) return fromDay
  const orNone = (text: string | undefined) => (text === undefined ? undefined : text === '' ? null : text)
  const all = {
    name: options.name,
    baseUrl: options.baseUrl,
    workspaceId: orNone(options.workspace),
    defaultProjectId: orNone(options.project),
    defaultActivityId: orNone(options.activity),
    tags: options.tags === undefined ? undefined : tagNames(options.tags),
    // Commander has checked it against the choices.
    direction: options.direction as Account['direction'] | undefined,
    user: orNone(options.user),
    instance: orNone(options.instance),
    org: orNone(options.org),
    noteTemplate: options.noteTemplate,
    fromDay: fromDay.value,
  }
  return ok(definedOf(all))
}

export async function readAccountOptions(context: CliContext, kindWord: string, options: AccountOptions) {
  const kind = readKind(kindWord)
  if (!kind.ok) return kind
  if (options.name === undefined || options.name.trim() === '') {
    return err(usageError('The account needs a name.', 'Add --name, such as --name Work.'))
  }
  const settings = await readAccountSettings(context, options)
  if (!settings.ok) return settings
  return ok({ ...settings.value, kind: kind.value, name: options.name })
}

function readKind(word: string): Result<TimeProviderKind, CliError> {
  const kind = accountKinds.find((name) => name === word.toLowerCase())
  // The list is the contract's own.
  if (kind !== undefined) return ok(kind as TimeProviderKind)
  const near = nearest(word, accountKinds)
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${accountKinds.join(', ')}.`
  return err(usageError(`“${word}” is no kind of account.`, hint, { suggestions: near }))
}

function tagNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function definedOf<T extends object>(all: T): Defined<T> {
  // Object.fromEntries forgets the keys; those that are left are the input's own, without undefined.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Defined<T>
}
