import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { contentHash } from '../../domain/imports/content-hash.ts'
import type { StoreWriter } from '../../ports/store.ts'
import type { CoreContext } from '../core-context.ts'
import { countWords } from '../entries/entry-label.ts'
import { type Command, type CommandMoment, runCommand } from '../run-command.ts'
import { unreadable } from './import-errors.ts'
import type { ParsedImport } from './parsed-import.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { readUpload } from './read-upload.ts'

type Input = ContractInputs['imports']['run']
type Output = ContractOutputs['imports']['run']

/**
 * Adds what the preview showed: read in slices first, then one transaction with everything in it, so that an import
 * is whole or absent whatever happens. It is one command of the history, so undo takes it back whole.
 */
export async function runImport(context: CoreContext, input: Input, actor: string): Promise<Result<Output, AppError>> {
  const parsed = await readUpload(context.ports, input)
  if (!parsed.ok) return parsed
  return runCommand(context, importCommand(parsed.value), input, actor)
}

function importCommand(parsed: ParsedImport): Command<Input, Output> {
  return {
    name: 'imports.run',
    label: ({ batch }) => `Import ${countWords(batch.added, 'entry', 'entries')} from ${batch.fileName}`,
    run(writer, input, moment) {
      if (parsed.failed > 0 && input.skipFailed !== true) return rowsFailed(parsed)
      const plan = planImport(writer, parsed, moment.newId)
      const { created } = plan.names
      const makesNames = Object.values(created).some((things) => things.length > 0)
      if (plan.toAdd.length === 0 && !makesNames) return nothingToImport(parsed)
      return ok({ batch: write(writer, parsed, plan, moment), failed: parsed.failed })
    },
  }
}

function write(writer: StoreWriter, parsed: ParsedImport, plan: ImportPlan, moment: CommandMoment): Output['batch'] {
  const batch: Output['batch'] = {
    id: moment.newId(),
    format: parsed.format,
    fileName: parsed.fileName,
    importedAtMs: moment.nowMs,
    added: plan.toAdd.length,
    skipped: plan.alreadyThere + parsed.repeatedInFile + parsed.failed,
    undone: false,
  }
  const hash = contentHash(parsed.rows.map((row) => row.importKey).join())
  writer.put('importBatch', { ...batch, hash })
  // All names first: an entry may only be written after what it refers to.
  const resolved = plan.toAdd.map(({ row }) => plan.names.resolve(row))
  const { created } = plan.names
  for (const client of created.clients) writer.put('client', client)
  for (const project of created.projects) writer.put('project', project)
  for (const activity of created.activities) writer.put('activity', activity)
  for (const tag of created.tags) writer.put('tag', tag)
  for (const item of created.workItems) writer.put('workItem', item)
  for (const template of created.templates) writer.put('template', template)
  for (const [index, { id, row }] of plan.toAdd.entries()) {
    const names = resolved[index]
    if (names === undefined) throw new Error(`Row ${row.line} was not resolved`)
    writer.putImported(
      {
        id,
        time: row.time,
        note: row.note,
        projectId: names.projectId,
        activityId: names.activityId,
        workItemId: names.workItemId,
        tagIds: [...names.tagIds],
        billable: names.billable,
        offComputer: row.offComputer,
        source: 'import',
        importBatchId: batch.id,
        createdAtMs: moment.nowMs,
        updatedAtMs: moment.nowMs,
      },
      row.importKey,
    )
  }
  return batch
}

function rowsFailed(parsed: ParsedImport): Result<never, AppError> {
  const first = parsed.problems.find((problem) => problem.severity === 'error')
  const where = first === undefined ? '' : `, the first in line ${first.line}: ${first.message}`
  return unreadable(
    first?.line ?? null,
    `${countWords(parsed.failed, 'row', 'rows')} cannot be read${where}. Nothing was imported. Mend the file, or import the rest without them.`,
  )
}

function nothingToImport(parsed: ParsedImport): Result<never, AppError> {
  const message =
    parsed.rows.length === 0
      ? 'There is nothing to import in this file.'
      : 'Everything in this file has been imported already. Nothing was added.'
  return err(appError('nothing-to-import', message, {}))
}
