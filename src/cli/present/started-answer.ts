import type { Entry } from '../../shared/contract/entities.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { ok } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import type { CommandResult } from '../command/cli-command.ts'
import { entryJson } from './entry-json.ts'
import { aboutText, entryLine, relativeDay } from './entry-text.ts'
import { entryDay } from './entry-time.ts'
import { loadNames } from './load-names.ts'

/** `Started 09:05 “Payment retry” · Acme / Dev`, and before it what stopped at that moment. */
export async function startedAnswer(
  context: CliContext,
  started: { readonly entry: Entry; readonly stopped: Entry | null },
): Promise<CommandResult> {
  const { entry, stopped } = started
  const names = await loadNames(context, [entry, stopped])
  if (!names.ok) return names
  const nowMs = Date.now()
  return ok({
    json: () => ({
      entry: entryJson(entry, names.value, nowMs),
      stopped: stopped === null ? null : entryJson(stopped, names.value, nowMs),
    }),
    text: () => {
      const today = dayOf(nowMs, context.zone)
      const about = aboutText(entry, names.value(entry))
      return [
        ...(stopped === null ? [] : [`Stopped ${entryLine(stopped, names.value, today, nowMs)}`]),
        `Started ${startText(entry, today)} ${context.paint.strong(about)}`,
      ]
    },
  })
}

/** `09:05`, on another day `yesterday 22:40`. */
export function startText(entry: Entry, today: string): string {
  if (entry.time.kind === 'day') return relativeDay(entry.time.day, today)
  const clock = formatClock(entry.time.startedAtMs, entry.time.zone, '24h')
  const day = entryDay(entry)
  return day === today ? clock : `${relativeDay(day, today)} ${clock}`
}
