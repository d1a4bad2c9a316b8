import { randomUUID } from 'node:crypto'
import type { StintClient } from '../../src/shared/contract/contract.ts'
import { addDays } from '../../src/shared/zone/day-arithmetic.ts'
import { wallToInstant } from '../../src/shared/zone/wall-time.ts'

type Line = readonly [from: string, to: string, note: string, project: string, tags?: readonly string[]]

/** Today until three in the afternoon, with lunch and one gap: what a person sees who uses Stint. */
const TODAY: readonly Line[] = [
  ['08:05', '08:20', 'E-mail', 'Administration'],
  ['08:20', '08:35', 'Standup', 'Payment service', ['meeting']],
  ['08:35', '10:10', 'Retry payments after a lost connection', 'Payment service', ['deep work']],
  ['10:10', '10:40', 'Code review: payment retries', 'Payment service', ['review']],
  ['10:50', '12:00', 'Möte om budget', 'Webbshop', ['meeting', 'förbättring']],
  ['12:45', '13:30', 'Support: kunden kan inte logga in', 'Customer portal', ['bug']],
]

const OVERLAPPING: readonly Line[] = [
  ['08:00', '10:00', 'Write migration for invoices', 'Payment service'],
  ['09:30', '11:00', 'Pairing with Åsa on the cache', 'Customer portal', ['pairing']],
  ['11:30', '13:30', 'Design: empty states', 'Mobile app'],
  ['12:00', '12:15', 'Answer questions from support', 'Customer portal'],
  ['14:00', '15:00', 'Retro', 'Administration'],
]

export interface GalleryDays {
  readonly today: string
  readonly overlaps: string
  readonly overfull: string
}

/** Puts the days in place that the pictures show; the seeded history lies before them. */
export async function fillGalleryProfile(client: StintClient, zone: string): Promise<GalleryDays> {
  const { today } = await client.timer.status({})
  const days = { today, overlaps: addDays(today, -1), overfull: addDays(today, -2) }
  const { projects, tags } = await client.catalogue.get({})
  const addLines = async (day: string, lines: readonly Line[]) => {
    for (const [from, to, note, project, tagNames = []] of lines) {
      await client.entries.add({
        commandKey: randomUUID(),
        time: { kind: 'clock', startedAtMs: at(day, from, zone), endedAtMs: at(day, to, zone), zone },
        note,
        projectId: projects.find(({ name }) => name === project)?.id ?? null,
        tagIds: tags.filter(({ name }) => tagNames.includes(name)).map(({ id }) => id),
      })
    }
  }
  await addLines(days.today, TODAY)
  await addLines(days.overlaps, OVERLAPPING)
  const overfull = Array.from({ length: 500 }, (_, n): Line => {
    const minute = 5 + n * 2
    return [wall(minute), wall(minute + 2), `Entry ${n + 1} of very many`, projects[n % 9]?.name ?? '']
  })
  await addLines(days.overfull, overfull)
  return days
}

/** A timer that has been running since half past one. */
export async function startGalleryTimer(client: StintClient, today: string, zone: string): Promise<void> {
  const { projects } = await client.catalogue.get({})
  await client.timer.start({
    commandKey: randomUUID(),
    note: 'Fix flaky login test',
    projectId: projects.find(({ name }) => name === 'Customer portal')?.id ?? null,
    startedAtMs: at(today, '13:30', zone),
    onOverlap: 'overlap',
  })
}

/** A time of a day, as an instant. */
export function at(day: string, time: string, zone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return wallToInstant({ day, hour, minute }, zone).ms
}

function wall(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
