import type { Entry } from '../../../shared/contract/entities.ts'
import type { DayView, Gap, Overlap } from '../../../shared/contract/entries.ts'

export type DayRow =
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry }
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap; readonly previous: Entry; readonly next: Entry }
  | {
      readonly kind: 'overlap'
      readonly key: string
      readonly overlap: Overlap
      readonly first: Entry
      readonly second: Entry
    }

/** Shorter ones come from seconds that nobody typed; they stay in the data, but say nothing. */
const SHOWN_FROM_MS = 60_000

/** The list of a day: entries, each gap before the entry that ends it, each overlap below the later of its two. */
export function dayRows({ entries, gaps, overlaps }: Pick<DayView, 'entries' | 'gaps' | 'overlaps'>): DayRow[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const gapsBefore = groupBy(gaps, ({ nextId }) => nextId)
  const order = new Map(entries.map(({ id }, index) => [id, index]))
  const overlapsAfter = groupBy(overlaps, ({ firstId, secondId }) =>
    (order.get(firstId) ?? 0) > (order.get(secondId) ?? 0) ? firstId : secondId,
  )
  const rows: DayRow[] = []
  for (const entry of entries) {
    for (const gap of gapsBefore.get(entry.id) ?? []) {
      const previous = byId.get(gap.previousId)
      if (previous === undefined || gap.endMs - gap.startMs < SHOWN_FROM_MS) continue
      rows.push({ kind: 'gap', key: `gap ${gap.previousId} ${gap.nextId}`, gap, previous, next: entry })
    }
    rows.push({ kind: 'entry', key: entry.id, entry })
    for (const overlap of overlapsAfter.get(entry.id) ?? []) {
      const [first, second] = [byId.get(overlap.firstId), byId.get(overlap.secondId)]
      if (first === undefined || second === undefined) continue
      rows.push({ kind: 'overlap', key: `overlap ${first.id} ${second.id}`, overlap, first, second })
    }
  }
  return rows
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
