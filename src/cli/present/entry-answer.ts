import type { Entry } from '../../shared/contract/entities.ts'
import { ok } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import type { CommandResult } from '../command/cli-command.ts'
import { entryJson } from './entry-json.ts'
import { entryLine, shortId } from './entry-text.ts'
import { loadNames } from './load-names.ts'

/** `Added “Payment retry” · Acme · 09:05–10:30 · 1 h 25 m`, and the id that other commands take. */
export async function entryAnswer(context: CliContext, verb: string, entry: Entry): Promise<CommandResult> {
  const names = await loadNames(context, [entry])
  if (!names.ok) return names
  const nowMs = Date.now()
  return ok({
    json: () => ({ entry: entryJson(entry, names.value, nowMs) }),
    text: () => {
      const today = dayOf(nowMs, context.zone)
      return [`${verb} ${entryLine(entry, names.value, today, nowMs)} ${context.paint.dim(shortId(entry.id))}`]
    },
  })
}

/** As {@link entryAnswer} for several entries: a heading, then one line each. */
export async function entriesAnswer(
  context: CliContext,
  heading: (count: number) => string,
  entries: readonly Entry[],
): Promise<CommandResult> {
  const names = await loadNames(context, entries)
  if (!names.ok) return names
  const nowMs = Date.now()
  return ok({
    json: () => ({ entries: entries.map((entry) => entryJson(entry, names.value, nowMs)) }),
    text: () => {
      const today = dayOf(nowMs, context.zone)
      return [
        heading(entries.length),
        ...entries.map(
          (entry) => `  ${context.paint.dim(shortId(entry.id))}  ${entryLine(entry, names.value, today, nowMs)}`,
        ),
      ]
    },
  })
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}
