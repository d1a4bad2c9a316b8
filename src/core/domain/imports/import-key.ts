import { contentHash } from './content-hash.ts'

/** What makes a row that row. Times as the file writes them where it names no zone: see `contentKey`. */
export interface KeyParts {
  readonly start: string
  readonly length: string
  readonly note: string
  readonly client: string
  readonly project: string
  readonly activity: string
  readonly tags: readonly string[]
  readonly workItemKey: string
  readonly billable: boolean | null
}

/**
 * Key of a row that has no id of its own: everything it says, whatever its line and the order of columns. Local times go
 * in as written, not as instants, so that the same file read in another zone (people travel) is still the same file.
 */
export function contentKey(parts: KeyParts): string {
  const { start, length, note, client, project, activity, tags, workItemKey, billable } = parts
  const tagText = tags.length > 1 ? [...tags].sort().join('\u001e') : (tags[0] ?? '')
  return `c:${contentHash(
    [start, length, note, client, project, activity, tagText, workItemKey, billable === true ? '1' : ''].join('\u001f'),
  )}`
}

/**
 * Key of a row with a provider's id. The start belongs to it: small running numbers of two systems would otherwise meet,
 * and a column taken for the id by mistake would make rows vanish. Note and end may change and it is still that row.
 */
export function providerKey(id: string, start: string): string {
  return `i:${contentHash(`${id}\u001f${start}`)}`
}

/** Key of a row of Stint's own export: the entry's id, which is unique everywhere. */
export function stintKey(entryId: string): string {
  return `stint:${entryId}`
}

/** True where the same key twice in one file means the same thing twice, and not two things that look alike. */
export function isIdentity(importKey: string): boolean {
  return !importKey.startsWith('c:')
}
