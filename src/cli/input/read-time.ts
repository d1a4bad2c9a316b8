import { err, ok, type Result } from '../../shared/result.ts'
import type { InputError } from '../../shared/time-input/input-error.ts'
import type { Edge } from '../../shared/time-input/parse-clock-time.ts'
import type { Day } from '../../shared/zone/day.ts'
import type { Zone } from '../../shared/zone/zone.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'

/** What typed times count from when they belong to an entry: its own day, in its own zone. */
export interface TimeBase {
  readonly day?: Day
  readonly zone?: Zone
}

/** A typed point in time in UTC ms; undefined where nothing was typed. The parsers are loaded only when there is text to read. */
export async function readMoment<T extends string | undefined>(
  context: CliContext,
  name: string,
  typed: T,
  edge?: Edge,
  base?: TimeBase,
): Promise<Result<T extends string ? number : number | undefined, CliError>>
export async function readMoment(
  context: CliContext,
  name: string,
  typed: string | undefined,
  edge: Edge = 'start',
  base: TimeBase = {},
): Promise<Result<number | undefined, CliError>> {
  if (typed === undefined) return ok(undefined)
  const { parseMoment } = await import('../../shared/time-input/parse-moment.ts')
  const moment = parseMoment(typed, inputContext(context, base), edge)
  if (!moment.ok) return err(notRead(name, typed, moment.error))
  if (moment.value.adjusted && !context.json) {
    const { formatClock } = await import('../../shared/format/format-clock.ts')
    const taken = formatClock(moment.value.ms, base.zone ?? context.zone, '24h')
    await context.notices.write(`The clock is put forward or back at that time; ${name} is read as ${taken}.\n`)
  }
  return ok(moment.value.ms)
}

export async function readDay<T extends string | undefined>(
  context: CliContext,
  name: string,
  typed: T,
): Promise<Result<T extends string ? Day : Day | undefined, CliError>>
export async function readDay(
  context: CliContext,
  name: string,
  typed: string | undefined,
): Promise<Result<Day | undefined, CliError>> {
  if (typed === undefined) return ok(undefined)
  const { parseDayInput } = await import('../../shared/time-input/parse-day-input.ts')
  const day = parseDayInput(typed, inputContext(context, {}))
  return day.ok ? ok(day.value.day) : err(notRead(name, typed, day.error))
}

export async function readDuration<T extends string | undefined>(
  name: string,
  typed: T,
): Promise<Result<T extends string ? number : number | undefined, CliError>>
export async function readDuration(
  name: string,
  typed: string | undefined,
): Promise<Result<number | undefined, CliError>> {
  if (typed === undefined) return ok(undefined)
  const { parseDuration } = await import('../../shared/time-input/parse-duration.ts')
  const duration = parseDuration(typed)
  return duration.ok ? ok(duration.value.durationMs) : err(notRead(name, typed, duration.error))
}

function inputContext(context: CliContext, base: TimeBase) {
  return { nowMs: context.nowMs, zone: base.zone ?? context.zone, ...(base.day === undefined ? {} : { day: base.day }) }
}

function notRead(name: string, typed: string, error: InputError): CliError {
  return usageError(`${name} “${typed}” was not understood.`, error.message, { reason: error.code, typed })
}
