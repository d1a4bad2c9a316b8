import type { AbsenceAnswer } from '../../shared/contract/absence.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, refusal } from '../cli-error.ts'
import { argument, type CommandGroup, type CommandResult, defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { detailsOptions } from '../names/details-options.ts'
import { resolveDetails } from '../names/resolve-details.ts'
import { entryJson } from '../present/entry-json.ts'
import { entryLine, shortId } from '../present/entry-text.ts'
import { loadNames } from '../present/load-names.ts'
import { presenceAnswer } from '../present/presence-answer.ts'

const show = defineCommand({
  name: 'absence show',
  summary: 'The question about time away, if there is one',
  options: {},
  examples: [
    { line: 'stint absence', what: 'what is asked, and whether you are away' },
    { line: 'stint absence --json', what: '{"absence": the question or null, "away": …}' },
  ],
  async run(context) {
    const asked = await context.ask((client) => client.absence.get({}))
    return asked.ok ? presenceAnswer(context, asked.value, 'Nothing is asked about time away.') : asked
  },
})

function plain(word: string, summary: string, what: string, answer: AbsenceAnswer) {
  return defineCommand({
    name: `absence ${word}`,
    summary,
    details: ['“stint undo” brings back the time and the question.'],
    options: {},
    examples: [{ line: `stint absence ${word}`, what }],
    async run(context) {
      const question = await openQuestion(context)
      return question.ok ? give(context, question.value, answer) : question
    },
  })
}

const move = defineCommand({
  name: 'absence move',
  summary: 'The time away was something else: make it entries of its own',
  details: ['“stint undo” brings back the time and the question.'],
  args: [argument('[note...]', 'What you did instead', 'notes')],
  options: detailsOptions,
  examples: [{ line: 'stint absence move Call with Acme --project Acme --create', what: 'you were on the telephone' }],
  async run(context, args, options) {
    // Before names are made on the fly: there may be nothing to answer.
    const question = await openQuestion(context)
    if (!question.ok) return question
    const details = await resolveDetails(context, options)
    if (!details.ok) return details
    const note = args.length > 0 ? { note: args.join(' ') } : {}
    return give(context, question.value, { kind: 'move', details: { ...details.value, ...note } })
  },
})

async function openQuestion(context: CliContext): Promise<Result<string, CliError>> {
  const asked = await context.ask((client) => client.absence.get({}))
  if (!asked.ok) return asked
  const { question, away } = asked.value
  if (question !== null) return ok(question.id)
  const hint = away === null ? '' : 'You are away; say “stint back” first.'
  return err(refusal('nothing-asked', 'Nothing is asked about time away.', hint))
}

async function give(context: CliContext, absenceId: string, answer: AbsenceAnswer): Promise<CommandResult> {
  const given = await context.ask((client) => client.absence.answer({ commandKey: commandKey(), absenceId, answer }))
  if (!given.ok) return given
  const { entries, keptMs, movedMs, removedMs } = given.value
  const names = await loadNames(context, entries)
  if (!names.ok) return names
  const nowMs = Date.now()
  return ok({
    json: () => ({ entries: entries.map((it) => entryJson(it, names.value, nowMs)), keptMs, movedMs, removedMs }),
    text: () => {
      const today = dayOf(nowMs, context.zone)
      const done = [
        ['Kept', keptMs],
        ['Moved', movedMs],
        ['Discarded', removedMs],
      ] as const
      return [
        ...done.flatMap(([verb, ms]) => (ms > 0 ? [`${verb} ${formatDurationProse(ms)}.`] : [])),
        ...entries.map((it) => `  ${context.paint.dim(shortId(it.id))}  ${entryLine(it, names.value, today, nowMs)}`),
      ]
    },
  })
}

export const absence: CommandGroup = {
  kind: 'group',
  name: 'absence',
  summary: 'Answer for time away',
  commands: [
    show,
    plain('keep', 'It was work: change nothing', 'you were in a meeting about it', { kind: 'keep' }),
    plain('discard', 'Take the time away out; the entry goes on from your return', 'it was lunch', { kind: 'discard' }),
    plain('stop', 'Take the time away out, and end the entry where it began', 'you had finished when you left', {
      kind: 'discard-and-stop',
    }),
    move,
  ],
  fallback: 'show',
}
