import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import {
  STINT_DOCUMENT_VERSION,
  stintDocumentSchema,
  stintEnvelopeSchema,
} from '../../domain/exports/stint-document.ts'
import type { ImportCollector } from '../../domain/imports/import-collector.ts'
import { createStintJsonReader } from '../../domain/imports/stint-json-row.ts'
import type { Scheduler } from '../../ports/scheduler.ts'
import { tooManyRows, unreadable } from './import-errors.ts'
import type { ImportText } from './parsed-import.ts'
import { readJson } from './read-json.ts'

const ENTRIES_PER_SLICE = 2_000

/** Reads Stint's own JSON export into the collector; the answer is the catalogue in it. */
export async function readStintJson(
  files: readonly ImportText[],
  scheduler: Scheduler,
  collector: ImportCollector,
): Promise<Result<Catalogue, AppError>> {
  const [file, more] = files
  if (file === undefined || more !== undefined) return unreadable(null, 'Import one JSON file of Stint at a time.')
  const json = readJson(file)
  if (!json.ok) return json
  const envelope = stintEnvelopeSchema.safeParse(json.value)
  if (!envelope.success) return unreadable(null, `“${file.name}” is not an export of Stint.`)
  if (envelope.data.version > STINT_DOCUMENT_VERSION) {
    return unreadable(null, `“${file.name}” was made by a newer Stint. Update this one and import it again.`)
  }
  const parsed = stintDocumentSchema.safeParse(json.value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue === undefined ? '' : `: ${issue.path.join('.')} ${issue.message}`
    return unreadable(null, `“${file.name}” is not a whole export of Stint${where}. Export it anew.`)
  }
  const { entries, format: _format, version: _version, exportedAt: _exportedAt, ...catalogue } = parsed.data
  const readRow = createStintJsonReader(catalogue)
  for (const [index, entry] of entries.entries()) {
    const line = index + 1
    collector.take(readRow(entry, line), line, '')
    if (line % ENTRIES_PER_SLICE === 0) {
      if (collector.isFull()) return tooManyRows()
      await scheduler.pause()
    }
  }
  return collector.isFull() ? tooManyRows() : ok(catalogue)
}
