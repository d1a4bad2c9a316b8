import { MAX_INSTANT_MS, MIN_INSTANT_MS } from '../../../shared/contract/primitives.ts'
import { MAX_ENTRY_MS } from '../../../shared/limits.ts'
import type { ImportRow } from './import-row.ts'

const MAX_NOTE = 3000
const MAX_NAME = 200
const MAX_TAG = 64
const MAX_TAGS = 50

/** Why Stint cannot keep a row as it is, in words; null: it can. Nothing is cut to fit: that would lose what was written. */
export function breaksLimit(row: ImportRow): string | null {
  const { time } = row
  if (time.kind === 'clock') {
    const endedAtMs = time.endedAtMs ?? time.startedAtMs
    if (time.startedAtMs < MIN_INSTANT_MS || endedAtMs > MAX_INSTANT_MS) return 'Its year is not between 1900 and 2999'
    if (endedAtMs - time.startedAtMs > MAX_ENTRY_MS) return 'It lasts longer than 999 hours'
  } else if (time.durationMs > MAX_ENTRY_MS) {
    return 'It lasts longer than 999 hours'
  }
  if (row.note.length > MAX_NOTE) return `The note has ${row.note.length} characters; at most ${MAX_NOTE} can be kept`
  if ((row.client?.length ?? 0) > MAX_NAME) return `The client’s name is longer than ${MAX_NAME} characters`
  if (row.project.length > MAX_NAME) return `The project’s name is longer than ${MAX_NAME} characters`
  if (row.activity.length > MAX_NAME) return `The activity’s name is longer than ${MAX_NAME} characters`
  if (row.tags.length > MAX_TAGS) return `It has ${row.tags.length} tags; at most ${MAX_TAGS} can be kept`
  const longTag = row.tags.find((tag) => tag.length > MAX_TAG)
  if (longTag !== undefined) return `The tag “${longTag.slice(0, 20)}…” is longer than ${MAX_TAG} characters`
  if (row.workItemKey !== '' && !/^\S{1,64}$/.test(row.workItemKey)) {
    return `The work item “${row.workItemKey.slice(0, 20)}” is no key: 1 to 64 characters without spaces`
  }
  return null
}
