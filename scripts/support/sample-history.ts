import type { Entry } from '../../src/shared/contract/entities.ts'
import { addDays, daysBetween, weekdayOf } from '../../src/shared/zone/day-arithmetic.ts'
import { wallToInstant } from '../../src/shared/zone/wall-time.ts'
import { createRandom, type Random, sampleId } from './random.ts'
import type { SampleCatalogue } from './sample-catalogue.ts'
import { notes } from './sample-words.ts'

export interface HistoryPlan {
  readonly seed: number
  readonly years: number
  readonly entries: number
  /** The last day, included: `YYYY-MM-DD`. */
  readonly until: string
}

const HOME = 'Europe/Stockholm'
const TRIPS = ['America/New_York', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe'] as const
const MINUTE = 60_000
/** Of a hundred entries: this many overlap the one before, run over midnight, or are an amount without clock times. */
const OVERLAPS = 0.01
const NIGHTS = 0.002
const AMOUNTS = 0.01

/** First day of a plan. */
export function firstDay({ until, years }: HistoryPlan): string {
  return addDays(until, 1 - Math.round(years * 365.25))
}

/**
 * Exactly `entries` entries of a working life: weekdays with lunch, few weekends, a July off, some travel, some
 * nights, some overlaps; in order of time; the same for the same plan.
 */
export function* sampleHistory(plan: HistoryPlan, catalogue: SampleCatalogue): Generator<Entry> {
  const random = createRandom(plan.seed)
  const days = daysBetween(firstDay(plan), plan.until)
  const weights = days.map((day) => weightOf(day, random))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let trip: { zone: string; until: string } | undefined
  let passed = 0
  let made = 0
  for (const [n, day] of days.entries()) {
    passed += weights[n] ?? 0
    // What has been made so far is rounded, not each day's share: the sum comes out exactly.
    const count = Math.round((plan.entries * passed) / whole) - made
    made += count
    if (weekdayOf(day) === 1 && random.chance(0.05)) trip = { zone: random.pick(TRIPS), until: addDays(day, 6) }
    const zone = trip !== undefined && day <= trip.until ? trip.zone : HOME
    if (count > 0) yield* sampleDay(day, zone, count, random, catalogue)
  }
}

function weightOf(day: string, random: Random): number {
  const monthDay = day.slice(5)
  const isAway = (monthDay >= '07-06' && monthDay <= '07-31') || monthDay >= '12-23' || monthDay === '01-01'
  if (isAway) return 0
  const busy = 0.7 + 0.6 * random.next()
  return weekdayOf(day) <= 5 ? busy : random.chance(0.15) ? 0.3 * busy : 0
}

function* sampleDay(
  day: string,
  zone: string,
  count: number,
  random: Random,
  catalogue: SampleCatalogue,
): Generator<Entry> {
  const amounts = countOf(count, AMOUNTS, random)
  const nights = Math.min(1, countOf(count, NIGHTS, random))
  const working = Math.max(0, count - amounts - nights)
  let atMs = wallToInstant({ day, hour: 7, minute: random.int(20, 100) }, zone).ms
  const workMs = random.int(420, 560) * MINUTE
  const shares = Array.from({ length: working }, () => 0.2 + random.next())
  const whole = shares.reduce((sum, share) => sum + share, 0)
  for (const [n, share] of shares.entries()) {
    if (n === Math.floor(working / 2) && working > 2) atMs += random.int(30, 70) * MINUTE
    const lengthMs = Math.max(1000, Math.floor((workMs * share) / whole))
    const startedAtMs = random.chance(OVERLAPS) ? atMs - Math.floor(lengthMs / 3) : atMs
    const time = { kind: 'clock' as const, startedAtMs, endedAtMs: atMs + lengthMs, zone }
    yield sampleEntry(time, startedAtMs, 'timer', random, catalogue)
    atMs += lengthMs + (random.chance(0.15) ? random.int(1, 9) * MINUTE : 0)
  }
  if (nights > 0) {
    const startedAtMs = wallToInstant({ day, hour: 22, minute: random.int(0, 59) }, zone).ms
    const endedAtMs = startedAtMs + random.int(130, 300) * MINUTE
    yield sampleEntry({ kind: 'clock', startedAtMs, endedAtMs, zone }, startedAtMs, 'manual', random, catalogue)
  }
  for (let n = 0; n < Math.min(amounts, count - nights); n += 1) {
    const time = { kind: 'day' as const, day, durationMs: random.int(1, 12) * 15 * MINUTE, zone }
    yield sampleEntry(time, atMs, 'manual', random, catalogue)
  }
}

/** `count * share` on the average, as a whole number. */
function countOf(count: number, share: number, random: Random): number {
  const exact = count * share
  return Math.floor(exact) + (random.chance(exact - Math.floor(exact)) ? 1 : 0)
}

function sampleEntry(
  time: Entry['time'],
  madeAtMs: number,
  source: Entry['source'],
  random: Random,
  { projects, activities, tags, workItems }: SampleCatalogue,
): Entry {
  const project = random.chance(0.93) ? random.pickSkewed(projects) : undefined
  const tagIds = new Set<string>()
  while (random.chance(tagIds.size === 0 ? 0.4 : 0.25) && tagIds.size < 4) tagIds.add(random.pickSkewed(tags).id)
  return {
    id: sampleId(madeAtMs, random),
    time,
    note: random.chance(0.08) ? '' : random.pickSkewed(notes),
    projectId: project?.id ?? null,
    activityId: random.chance(0.5) ? random.pick(activities).id : null,
    workItemId: random.chance(0.2) ? random.pickSkewed(workItems).id : null,
    tagIds: [...tagIds].sort(),
    billable: project?.billableByDefault ?? false,
    offComputer: random.chance(0.05),
    source,
    importBatchId: null,
    createdAtMs: madeAtMs,
    updatedAtMs: madeAtMs,
  }
}
