import type { Entry } from '../../shared/contract/entities.ts'

/** Something worked on lately, as the menu offers it again. */
export interface RecentWork {
  /** The latest entry of its kind: what `continue` takes its details from. */
  readonly entryId: string
  readonly note: string
  readonly project: string | null
}

const MOST = 5

/**
 * The latest five distinct (note, project) pairs of `entries` (newest first). What runs already, and entries that say
 * nothing, are left out: there is nothing in them to take up again.
 */
export function recentWork(
  entries: readonly Entry[],
  running: Entry | null,
  projectNames: ReadonlyMap<string, string>,
): RecentWork[] {
  const seen = new Set<string>([pairOf({ note: '', projectId: null }), ...(running === null ? [] : [pairOf(running)])])
  const found: RecentWork[] = []
  for (const entry of entries) {
    if (found.length === MOST) break
    const pair = pairOf(entry)
    if (seen.has(pair)) continue
    seen.add(pair)
    const project = entry.projectId === null ? null : (projectNames.get(entry.projectId) ?? null)
    found.push({ entryId: entry.id, note: entry.note.trim(), project })
  }
  return found
}

function pairOf({ note, projectId }: Pick<Entry, 'note' | 'projectId'>): string {
  return JSON.stringify([note.trim(), projectId])
}
