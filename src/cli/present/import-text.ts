import type { ImportBatch, ImportPreview } from '../../shared/contract/transfer.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { oneLine } from '../output/display-width.ts'
import type { Paint } from '../output/paint.ts'
import { plural } from './entry-answer.ts'
import { isoInstant } from './entry-json.ts'

/** More would scroll the summary away; --json has up to 200. */
const SHOWN_PROBLEMS = 10

export function previewJson(preview: ImportPreview): object {
  return preview
}

export function batchJson({ id, format, fileName, importedAtMs, added, skipped, undone }: ImportBatch) {
  return { id, format, fileName, importedAt: isoInstant(importedAtMs), added, skipped, undone }
}

export function previewLines(preview: ImportPreview, paint: Paint): string[] {
  const days = preview.firstDay === null ? '' : `, ${preview.firstDay} to ${preview.lastDay ?? ''}`
  const lines = [
    paint.strong(`${plural(preview.rows, 'row')} read${days}`),
    `  ${preview.toAdd} to add, ${formatDurationProse(preview.totalMs)}`,
    ...(preview.alreadyThere > 0 ? [`  ${preview.alreadyThere} there already`] : []),
    ...(preview.repeatedInFile > 0 ? [`  ${preview.repeatedInFile} repeated in the file`] : []),
    ...(preview.failed > 0 ? [paint.warn(`  ${preview.failed} with problems`)] : []),
    ...newNames('clients', preview.newClients),
    ...newNames('projects', preview.newProjects),
    ...newNames('activities', preview.newActivities),
    ...newNames('tags', preview.newTags),
    ...optionLines(preview),
  ]
  return [...lines, ...problemLines(preview), 'Nothing has been imported yet; leave --dry-run out to do it.']
}

function newNames(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, 8).map(oneLine).join(', ')
  return [`  New ${what}: ${shown}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`]
}

/** What was found out about the file, so that a person can object. */
function optionLines({ options }: ImportPreview): string[] {
  const columns = Object.entries(options.columns ?? {}).map(([field, column]) => `${field}=${column ?? ''}`)
  return [
    ...(options.zone === undefined ? [] : [`  Times are read in ${options.zone}`]),
    ...(options.dateOrder === undefined ? [] : [`  Dates are read as ${options.dateOrder}`]),
    ...(columns.length === 0 ? [] : [`  Columns: ${columns.map(oneLine).join(', ')}`]),
  ]
}

export function problemLines({ problems, problemCount }: ImportPreview): string[] {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map(({ file, line, message }) => {
    const where = [file, line === null ? '' : `line ${line}`].filter((part) => part !== '').join(', ')
    return `  ${where === '' ? '' : `${where}: `}${oneLine(message)}`
  })
  if (shown.length === 0) return []
  const more = problemCount > shown.length ? [`  … and ${problemCount - shown.length} more`] : []
  return ['Problems:', ...shown, ...more]
}

/** null: the file held nothing new, so there is no batch to take out again. */
export function importedJson(batch: ImportBatch | null, preview: ImportPreview) {
  return {
    added: batch?.added ?? 0,
    alreadyThere: preview.alreadyThere,
    failed: preview.failed,
    batch: batch === null ? null : batchJson(batch),
    preview: previewJson(preview),
  }
}

export function importedText(batch: ImportBatch | null, preview: ImportPreview): string[] {
  const left = [
    ...(preview.alreadyThere > 0 ? [`${preview.alreadyThere} there already`] : []),
    ...(preview.repeatedInFile > 0 ? [`${preview.repeatedInFile} repeated in the file`] : []),
    ...(preview.failed > 0 ? [`${preview.failed} left out`] : []),
  ]
  const added = batch === null ? 'Nothing new' : `Imported ${plural(batch.added, 'entry', 'entries')}`
  return [
    `${added}${left.length === 0 ? '' : ` (${left.join(', ')})`}.`,
    ...problemLines(preview),
    ...(batch === null ? [] : [`“stint imports undo ${batch.id.slice(-8)}” takes them out again.`]),
  ]
}
