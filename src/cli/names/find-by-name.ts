import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, refusal } from '../cli-error.ts'
import { nearest } from './nearest.ts'

interface Named {
  readonly id: string
  readonly archived?: boolean
}

export interface NameQuestion<T> {
  /** What is looked for, for messages: `project`. */
  readonly kind: string
  /** The command that lists and adds such things: `projects`. */
  readonly command: string
  readonly things: readonly T[]
  /** Every way to write a thing's name; the first is how it is shown. */
  readonly namesOf: (thing: T) => readonly string[]
}

/** How a name compares: case, surrounding space and Unicode form do not matter. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase()
}

/** A thing by its id or exact name. Several of one name are never chosen between; a thing in use comes before an archived one. */
export function findByName<T extends Named>(typed: string, question: NameQuestion<T>): Result<T, CliError> {
  const byId = question.things.find(({ id }) => id === typed.toLowerCase())
  if (byId !== undefined) return ok(byId)
  const wanted = nameKey(typed)
  const matches = question.things.filter((thing) => question.namesOf(thing).some((name) => nameKey(name) === wanted))
  const inUse = matches.filter(({ archived }) => archived !== true)
  const candidates = inUse.length > 0 ? inUse : matches
  const [found, ...others] = candidates
  if (found === undefined) return err(notFound(typed, question))
  if (others.length === 0) return ok(found)
  const shown = candidates.map((thing) => longestName(question.namesOf(thing)))
  const areAlike = new Set(shown).size < shown.length
  const ways = areAlike ? candidates.map(({ id }) => id) : shown
  return err(
    refusal(
      'ambiguous-name',
      `There are ${candidates.length} ${question.command} called “${typed}”.`,
      `Write ${ways.join(' or ')}.`,
      {
        kind: question.kind,
        name: typed,
        candidates: candidates.map((thing) => ({ id: thing.id, name: longestName(question.namesOf(thing)) })),
      },
    ),
  )
}

function notFound<T extends Named>(typed: string, question: NameQuestion<T>): CliError {
  const inUse = question.things.filter(({ archived }) => archived !== true)
  const names = [...new Set(inUse.flatMap((thing) => question.namesOf(thing)))]
  const suggestions = nearest(typed, names)
  const hints = [
    ...(suggestions.length > 0 ? [`Did you mean ${suggestions.map((name) => `“${name}”`).join(' or ')}?`] : []),
    `“stint ${question.command}” lists them; “stint ${question.command} add” makes a new one.`,
  ]
  return refusal('not-found', `There is no ${question.kind} called “${typed}”.`, hints.join('\n'), {
    kind: question.kind,
    id: typed,
    suggestions,
  })
}

function longestName(names: readonly string[]): string {
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), '')
}
