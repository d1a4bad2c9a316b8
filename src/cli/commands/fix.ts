import type { DayView, OverlapFix } from '../../shared/contract/entries.ts'
import { err, ok } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { refusal, usageError } from '../cli-error.ts'
import { argument, type CommandResult, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readDay } from '../input/read-time.ts'
import { findEntry } from '../names/find-entry.ts'
import { entriesAnswer } from '../present/entry-answer.ts'
import { entryDay } from '../present/entry-time.ts'
import { loadNames } from '../present/load-names.ts'
import { FIX_WORDS, overlapJson, overlapLines } from '../present/overlap-text.ts'

const FIXES = ['trim-first', 'trim-second', 'split-around'] as const satisfies readonly OverlapFix[]

export const fix = defineCommand({
  name: 'fix',
  summary: 'Mend overlapping entries',
  details: [
    'With a day (default: today) it shows the overlaps and what can be done. With two ids it mends one of them,',
    'in the first way that “stint fix” showed, or as --how says. “stint undo” takes it back.',
  ],
  args: [argument('[day-or-ids...]', 'A day, or the two entries that overlap', 'entries')],
  options: { how: text('--how <fix>', 'trim-first, trim-second or split-around', { choices: FIXES }) },
  examples: [
    { line: 'stint fix yesterday', what: 'overlaps of yesterday' },
    { line: 'stint fix 9f31c2ab 77d01e4f', what: 'mend this one in the way shown first' },
    { line: 'stint fix 9f31c2ab 77d01e4f --how split-around', what: 'mend it in another way' },
  ],
  async run(context, args, options) {
    const [first, second, ...others] = args
    if (others.length > 0) return err(usageError('Name two entries.', '“stint fix” shows which ones overlap.'))
    if (first === undefined || second === undefined) return showOverlaps(context, first ?? 'today')
    return mend(
      context,
      first,
      second,
      FIXES.find((each) => each === options.how),
    )
  },
})

async function showOverlaps(context: CliContext, typed: string): Promise<CommandResult> {
  const day = await readDay(context, 'The day', typed)
  if (!day.ok) return day
  const asked = await context.ask((client) => client.entries.day({ day: day.value }))
  if (!asked.ok) return asked
  const view: DayView = asked.value
  const names = await loadNames(context, view.overlaps.length === 0 ? [] : view.entries)
  if (!names.ok) return names
  return ok({
    json: () => ({ day: view.day, overlaps: view.overlaps.map(overlapJson) }),
    text: () => {
      const lines = overlapLines(view, names.value, context.paint).slice(1)
      return lines.length > 0 ? lines : [`Nothing overlaps on ${view.day}.`]
    },
  })
}

async function mend(
  context: CliContext,
  firstTyped: string,
  secondTyped: string,
  how: OverlapFix | undefined,
): Promise<CommandResult> {
  const one = await findEntry(context, firstTyped)
  if (!one.ok) return one
  const other = await findEntry(context, secondTyped)
  if (!other.ok) return other
  const ids = [one.value.id, other.value.id]
  const days = new Set([entryDay(one.value), entryDay(other.value)])
  for (const day of days) {
    const view = await context.ask((client) => client.entries.day({ day }))
    if (!view.ok) return view
    const overlap = view.value.overlaps.find(({ firstId, secondId }) => ids.includes(firstId) && ids.includes(secondId))
    if (overlap === undefined) continue
    const { firstId, secondId, fixes } = overlap
    const chosen = how ?? fixes[0]
    if (chosen === undefined)
      return err(refusal('fix-not-possible', 'No fix is possible here.', 'Change the times with “stint edit”.'))
    const fixed = await context.ask((client) =>
      client.entries.fixOverlap({ commandKey: commandKey(), firstId, secondId, fix: chosen }),
    )
    return fixed.ok ? entriesAnswer(context, () => `Mended (${FIX_WORDS[chosen]}):`, fixed.value.entries) : fixed
  }
  return err(
    refusal('not-overlapping', 'These two entries do not overlap.', '“stint fix DAY” shows the overlaps of a day.', {
      ids,
    }),
  )
}
