import type { Absence, AbsenceCause, Away } from '../../shared/contract/absence.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { Zone } from '../../shared/zone/zone.ts'
import { isoInstant } from './entry-json.ts'
import { relativeDay } from './entry-text.ts'

const causes: Record<AbsenceCause, string> = {
  idle: 'no key or pointer moved',
  lock: 'the screen was locked',
  sleep: 'the computer slept',
  shutdown: 'the computer was shut down',
  'user-switch': 'somebody else was signed in',
  clock: 'the computer’s clock jumped',
  closed: 'Stint was closed',
  crash: 'Stint had ended unexpectedly',
  away: 'you said so',
}

type Piece = Absence['pieces'][number]

export function absenceMs(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)
}

/** `12:02–12:40 · 38 m · the screen was locked`; with the day where it is not today. */
export function pieceText({ fromMs, untilMs, cause }: Piece, zone: Zone, nowMs: number): string {
  const until = momentText(untilMs, zone, nowMs)
  const from = momentText(fromMs, zone, nowMs)
  const sameDay = dayOf(fromMs, zone) === dayOf(untilMs, zone)
  const span = sameDay ? `${from}–${formatClock(untilMs, zone, '24h')}` : `${from} – ${until}`
  return `${span} · ${formatDurationProse(untilMs - fromMs)} · ${causes[cause]}`
}

/** `Away since 12:02 (you said so).` */
export function awayText({ cause, sinceMs }: Away, zone: Zone, nowMs: number): string {
  return `Away since ${momentText(sinceMs, zone, nowMs)} (${causes[cause]}).`
}

function momentText(ms: number, zone: Zone, nowMs: number): string {
  const [day, today] = [dayOf(ms, zone), dayOf(nowMs, zone)]
  const clock = formatClock(ms, zone, '24h')
  return day === today ? clock : `${relativeDay(day, today)} ${clock}`
}

/** The question as `--json` shows it. */
export function absenceJson({ id, entryId, pieces, askedAtMs }: Absence) {
  return {
    id,
    entryId,
    askedAt: isoInstant(askedAtMs),
    durationMs: absenceMs(pieces),
    pieces: pieces.map(({ fromMs, untilMs, cause }) => ({
      start: isoInstant(fromMs),
      end: isoInstant(untilMs),
      durationMs: untilMs - fromMs,
      cause,
    })),
  }
}

export function awayJson(away: Away | null) {
  return away === null ? null : { cause: away.cause, since: isoInstant(away.sinceMs) }
}
