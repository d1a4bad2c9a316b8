import { err, ok } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { readDay } from '../input/read-time.ts'
import { plural } from '../present/entry-answer.ts'
import { progressFor } from '../transfer/progress.ts'
import { receiveExport } from '../transfer/receive-export.ts'
import { openSink } from '../transfer/sink.ts'

export const exportEntries = defineCommand({
  name: 'export',
  summary: 'Write entries as CSV or JSON',
  details: [
    'Without --output the file goes to standard output. Both formats can be imported again without loss.',
    'With --json and no --output the file is the “text” of the one JSON document.',
  ],
  args: [argument('<format>', 'csv or json', ['csv', 'json'])],
  options: {
    from: text('--from <day>', 'First day'),
    to: text('--to <day>', 'Last day, included'),
    output: text('-o, --output <file>', 'Write to this file', { complete: 'files' }),
  },
  examples: [
    { line: 'stint export csv --output hours.csv', what: 'everything, for a spreadsheet' },
    { line: 'stint export json --from 2026-11-01 --to 2026-11-30 > november.json', what: 'one month' },
  ],
  async run(context, [typed = ''], options) {
    const format = (['csv', 'json'] as const).find((each) => each === typed.toLowerCase())
    if (format === undefined) return err(usageError(`“${typed}” is not a format for export.`, 'Write csv or json.'))
    const fromDay = await readDay(context, '--from', options.from)
    if (!fromDay.ok) return fromDay
    const toDay = await readDay(context, '--to', options.to)
    if (!toDay.ok) return toDay
    const sink = await openSink(context, options.output)
    if (!sink.ok) return sink
    const input = {
      format,
      ...(fromDay.value === undefined ? {} : { fromDay: fromDay.value }),
      ...(toDay.value === undefined ? {} : { toDay: toDay.value }),
    }
    const received = await receiveExport(context, input, sink.value, progressFor(context))
    if (!received.ok) return received
    const { file } = sink.value
    if (file === null) return ok(null)
    const { entries, mime } = received.value
    return ok({
      json: () => ({ file, format, mime, entries }),
      text: () => [`Wrote ${plural(entries, 'entry', 'entries')} to ${file}`],
    })
  },
})
