import type { ImportBatch } from '../../shared/contract/transfer.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { type CliError, refusal } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import { plural } from '../present/entry-answer.ts'
import { relativeDay } from '../present/entry-text.ts'
import { batchJson } from '../present/import-text.ts'

const listImports = defineCommand({
  name: 'imports list',
  summary: 'Earlier imports',
  options: {},
  examples: [{ line: 'stint imports', what: 'what was imported, and when' }],
  async run(context) {
    const asked = await context.ask((client) => client.imports.list({}))
    if (!asked.ok) return asked
    const { batches } = asked.value
    return ok({
      json: () => ({ imports: batches.map(batchJson) }),
      text: () => {
        if (batches.length === 0) return ['Nothing has been imported yet.']
        const today = dayOf(context.nowMs, context.zone)
        const rows = batches.map((batch) => [
          batch.id.slice(-8),
          `${relativeDay(dayOf(batch.importedAtMs, context.zone), today)} ${formatClock(batch.importedAtMs, context.zone, '24h')}`,
          batch.format,
          plural(batch.added, 'entry', 'entries'),
          oneLine(batch.fileName),
          batch.undone ? 'taken out again' : '',
        ])
        const columns = [{ paint: context.paint.dim }, {}, {}, { align: 'right' as const }, { flexible: true }, {}]
        return tableLines(columns, rows, context.out.columns)
      },
    })
  },
})

const undoImport = defineCommand({
  name: 'imports undo',
  summary: 'Take a whole import out again',
  details: ['However long ago it was. Entries that were changed since go as well; “stint undo” brings them back.'],
  args: [argument('[id]', 'The import (default: the latest)', 'batches')],
  options: {},
  examples: [{ line: 'stint imports undo', what: 'take the latest import out again' }],
  async run(context, [typed]) {
    const asked = await context.ask((client) => client.imports.list({}))
    if (!asked.ok) return asked
    const found = findBatch(asked.value.batches, typed)
    if (!found.ok) return found
    const batchId = found.value.id
    const undone = await context.ask((client) => client.imports.undo({ commandKey: commandKey(), batchId }))
    if (!undone.ok) return undone
    const { batch, removed } = undone.value
    return ok({
      json: () => ({ batch: batchJson(batch), removed }),
      text: () => [`Took ${plural(removed, 'entry', 'entries')} of ${oneLine(batch.fileName)} out again.`],
    })
  },
})

function findBatch(batches: readonly ImportBatch[], typed: string | undefined): Result<ImportBatch, CliError> {
  const latest = batches.filter(({ undone }) => !undone).sort((a, b) => b.importedAtMs - a.importedAtMs)
  const wanted = typed?.toLowerCase().replaceAll('-', '')
  const found =
    wanted === undefined
      ? latest.slice(0, 1)
      : batches.filter(({ id }) => wanted.length >= 6 && id.replaceAll('-', '').endsWith(wanted))
  if (found[0] !== undefined && found.length === 1) return ok(found[0])
  const message = typed === undefined ? 'There is no import to take out.' : `There is no import ${typed}.`
  return err(refusal('not-found', message, '“stint imports” lists them.', { kind: 'importBatch', id: typed ?? '' }))
}

export const imports: CommandGroup = {
  kind: 'group',
  name: 'imports',
  summary: 'Earlier imports, and undo of one',
  commands: [listImports, undoImport],
  fallback: 'list',
}
