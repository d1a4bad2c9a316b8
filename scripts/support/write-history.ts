import { randomUUID } from 'node:crypto'
import type { Store, StoreWriter } from '../../src/core/ports/store.ts'
import type { Entry } from '../../src/shared/contract/entities.ts'
import { ok } from '../../src/shared/result.ts'
import type { SampleCatalogue } from './sample-catalogue.ts'

/** Enough to make a transaction's cost vanish, few enough to keep its memory small. */
const PER_TRANSACTION = 20_000

/** Writes a sample through the store's own door, change rows and all, in few transactions. Not undoable: it was always so. */
export function writeHistory(store: Store, catalogue: SampleCatalogue, entries: Iterable<Entry>, atMs: number): number {
  write(store, atMs, 'Sample names', (writer) => {
    for (const item of catalogue.clients) writer.put('client', item)
    for (const item of catalogue.projects) writer.put('project', item)
    for (const item of catalogue.activities) writer.put('activity', item)
    for (const item of catalogue.tags) writer.put('tag', item)
    for (const item of catalogue.workItems) writer.put('workItem', item)
    for (const item of catalogue.templates) writer.put('template', item)
  })
  let written = 0
  let batch: Entry[] = []
  const flush = () => {
    const entriesNow = batch
    write(store, atMs, `Sample of ${entriesNow.length} entries`, (writer) => {
      for (const entry of entriesNow) writer.put('entry', entry)
    })
    written += entriesNow.length
    batch = []
  }
  for (const entry of entries) {
    batch.push(entry)
    if (batch.length === PER_TRANSACTION) flush()
  }
  if (batch.length > 0) flush()
  return written
}

function write(store: Store, atMs: number, label: string, work: (writer: StoreWriter) => void): void {
  const outcome = store.command(
    randomUUID(),
    label,
    (writer) => {
      work(writer)
      return ok(null)
    },
    () => ({ id: randomUUID(), name: 'seed', label, actor: 'seed', atMs, moves: null, undoable: false }),
  )
  if (outcome.outcome === 'refused') throw new Error(`${outcome.error.code}: ${outcome.error.message}`)
}
