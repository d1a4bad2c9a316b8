import type { ImportFormat } from '../../shared/contract/transfer.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, refusal, usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { flag, list, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { nearest } from '../names/nearest.ts'
import { importedJson, importedText, previewJson, previewLines, problemLines } from '../present/import-text.ts'
import { findFiles } from '../transfer/find-files.ts'
import { readImportOptions } from '../transfer/import-options.ts'
import { progressFor } from '../transfer/progress.ts'
import { cancelled, sendFiles } from '../transfer/send-files.ts'

const FORMATS = new Map<string, ImportFormat>([
  ['toggl', 'toggl'],
  ['timewarrior', 'timewarrior'],
  ['csv', 'csv'],
  ['json', 'stint-json'],
  ['stint-json', 'stint-json'],
])

export const importFile = defineCommand({
  name: 'import',
  summary: 'Bring in history from elsewhere',
  details: [
    'Formats: toggl (detailed CSV export), timewarrior (its data folder), csv (any table), json (Stint’s own export).',
    'All good rows come in together, or none. The same file again adds nothing. Rows with problems stop the import',
    'unless --skip-failed leaves them out. “stint imports undo” takes a whole import back.',
  ],
  args: [
    argument('<format>', 'toggl, timewarrior, csv or json', ['toggl', 'timewarrior', 'csv', 'json']),
    argument('<file>', 'File, or data folder', 'files'),
  ],
  options: {
    dryRun: flag('--dry-run', 'Only show what would come in'),
    map: list('--map <field=column>', 'csv: which column holds which field; may be repeated'),
    zone: text('--zone <zone>', 'Time zone of the times in the file (default: this computer’s)'),
    dateOrder: text('--date-order <order>', 'Order of numeric dates', { choices: ['ymd', 'dmy', 'mdy'] }),
    delimiter: text('--delimiter <delimiter>', 'csv: what separates columns: , ; | or tab'),
    skipFailed: flag('--skip-failed', 'Leave out rows with problems, import the others'),
  },
  examples: [
    { line: 'stint import toggl Toggl_time_entries.csv --dry-run', what: 'look first' },
    { line: 'stint import timewarrior ~/.timewarrior/data', what: 'a whole data folder' },
    {
      line: 'stint import csv hours.csv --map start=Begin --map end=Finish --map note=Text',
      what: 'a table with its own column names',
    },
  ],
  async run(context, [formatWord = '', file = ''], options) {
    const format = readFormat(formatWord)
    if (!format.ok) return format
    const importOptions = readImportOptions(options, context.zone)
    if (!importOptions.ok) return importOptions
    const files = findFiles(file)
    if (!files.ok) return files
    const progress = progressFor(context)
    const uploadId = await sendFiles(context, files.value, progress)
    if (!uploadId.ok) return uploadId
    const input = { uploadId: uploadId.value, format: format.value, options: importOptions.value }

    await progress.say('Checking …')
    const previewed = await context.ask((client) => client.imports.preview(input))
    await progress.clear()
    if (!previewed.ok) return previewed
    const preview = previewed.value
    if (options.dryRun) {
      return ok({ json: () => ({ preview: previewJson(preview) }), text: () => previewLines(preview, context.paint) })
    }
    if (preview.failed > 0 && !options.skipFailed) {
      if (!context.json) await context.notices.write(`${problemLines(preview).join('\n')}\n`)
      return err(rowsFailed(preview.failed, preview.problems))
    }
    if (preview.toAdd === 0 && preview.alreadyThere + preview.repeatedInFile > 0) {
      return ok({ json: () => importedJson(null, preview), text: () => importedText(null, preview) })
    }
    if (context.interrupted.aborted) return err(cancelled())
    await progress.say(`Importing ${preview.toAdd} entries …`)
    const run = await context.ask((client) =>
      client.imports.run({ commandKey: commandKey(), ...input, ...(options.skipFailed ? { skipFailed: true } : {}) }),
    )
    await progress.clear()
    if (!run.ok) return run
    const { batch } = run.value
    return ok({ json: () => importedJson(batch, preview), text: () => importedText(batch, preview) })
  },
})

function readFormat(word: string): Result<ImportFormat, CliError> {
  const format = FORMATS.get(word.toLowerCase())
  if (format !== undefined) return ok(format)
  const [near] = nearest(word, [...FORMATS.keys()])
  const hint = near === undefined ? 'Write toggl, timewarrior, csv or json.' : `Did you mean ${near}?`
  return err(usageError(`“${word}” is not a format that can be imported.`, hint))
}

function rowsFailed(failed: number, problems: readonly object[]): CliError {
  const rows = failed === 1 ? 'One row has a problem' : `${failed} rows have problems`
  return refusal(
    'rows-failed',
    `${rows}, so nothing was imported.`,
    'Mend the file, or add --skip-failed to import the other rows.',
    {
      failed,
      problems,
    },
  )
}
