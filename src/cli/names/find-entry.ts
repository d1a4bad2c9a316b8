import type { Entry } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, refusal, usageError } from '../cli-error.ts'

const FULL_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHORT_ID = /^[0-9a-f-]{6,36}$/
/** Short ids are looked for among this many of the newest entries. */
const RECENT = 2000
const PAGE = 500
const HINT = 'Write an id as “stint list” shows it, “running” for the running entry, or “last” for the one before.'

/** An entry by `running`, `last`, its id, or six or more characters from the end (or the beginning) of a recent entry's id. */
export async function findEntry(context: CliContext, typed: string): Promise<Result<Entry, CliError>> {
  const word = typed.toLowerCase()
  if (word === 'running') return runningEntry(context)
  if (word === 'last') return lastEntry(context)
  if (FULL_ID.test(word)) {
    const found = await context.ask((client) => client.entries.get({ id: word }))
    return found.ok ? ok(found.value.entry) : found
  }
  if (!SHORT_ID.test(word)) return err(usageError(`“${typed}” is not the id of an entry.`, HINT, { typed }))
  return recentEntry(context, word)
}

/** Several entries, each once, in the order typed. */
export async function findEntries(context: CliContext, typed: readonly string[]): Promise<Result<Entry[], CliError>> {
  const found = new Map<string, Entry>()
  for (const word of typed) {
    const entry = await findEntry(context, word)
    if (!entry.ok) return entry
    found.set(entry.value.id, entry.value)
  }
  return ok([...found.values()])
}

async function runningEntry(context: CliContext): Promise<Result<Entry, CliError>> {
  const status = await context.ask((client) => client.timer.status({}))
  if (!status.ok) return status
  if (status.value.running !== null) return ok(status.value.running)
  return err(refusal('nothing-running', 'No timer is running.', 'Name the entry by its id: “stint list” shows them.'))
}

async function lastEntry(context: CliContext): Promise<Result<Entry, CliError>> {
  const page = await context.ask((client) => client.entries.list({ limit: 2 }))
  if (!page.ok) return page
  const last = page.value.entries.find(({ time }) => time.kind === 'day' || time.endedAtMs !== null)
  if (last !== undefined) return ok(last)
  return err(refusal('not-found', 'There is no finished entry yet.', '', { kind: 'entry', id: 'last' }))
}

async function recentEntry(context: CliContext, word: string): Promise<Result<Entry, CliError>> {
  const wanted = word.replaceAll('-', '')
  const matches: Entry[] = []
  let cursor: string | undefined
  for (let seen = 0; seen < RECENT; seen += PAGE) {
    const from = cursor
    const page = await context.ask((client) =>
      client.entries.list({ limit: PAGE, ...(from === undefined ? {} : { cursor: from }) }),
    )
    if (!page.ok) return page
    matches.push(...page.value.entries.filter(({ id }) => matchesId(id, wanted)))
    if (page.value.nextCursor === null) break
    cursor = page.value.nextCursor
  }
  const [found, ...others] = matches
  if (found === undefined) {
    return err(
      refusal('not-found', `No recent entry has an id with ${word} at its end.`, HINT, { kind: 'entry', id: word }),
    )
  }
  if (others.length === 0) return ok(found)
  const ids = matches.map(({ id }) => id)
  return err(
    refusal(
      'ambiguous-id',
      `${matches.length} entries have an id with ${word}.`,
      `Write more of it: ${ids.slice(0, 5).join(', ')}.`,
      {
        kind: 'entry',
        candidates: ids,
      },
    ),
  )
}

function matchesId(id: string, wanted: string): boolean {
  const plain = id.replaceAll('-', '')
  return plain.endsWith(wanted) || plain.startsWith(wanted)
}
