import type { AbsenceAnswer, AbsenceCause, PresenceReport } from '../../src/shared/contract/absence.ts'
import type { Entry, Settings } from '../../src/shared/contract/entities.ts'
import { wallToInstant } from '../../src/shared/zone/wall-time.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { createFakeNotifier } from '../fakes/fake-notifier.ts'
import { FakePower } from '../fakes/fake-power.ts'
import { FakeScheduler } from '../fakes/fake-scheduler.ts'
import { MemoryLifeSigns } from '../fakes/memory-life-signs.ts'
import { createReopeningCore } from '../fakes/reopening-core.ts'

export const MINUTE = 60_000
export const TODAY = '2026-11-20'
export const TOMORROW = '2026-11-21'
const ZONE = 'Europe/Stockholm'

/** A wall-clock time in Stockholm. */
export function at(time: string, day = TODAY): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  return wallToInstant({ day, hour, minute }, ZONE).ms + second * 1000
}

/** `[from, until, cause]`, times as `18:16` and with the day where it is not today. */
type Told = readonly [string, string, AbsenceCause]

/**
 * A host with a person before it, whose comings and goings the test decides. Time passes with `to`, and everything that
 * waits for it runs; nothing else makes time pass.
 */
export function createAbsenceWorld(options: { readonly knowsInput?: boolean } = {}) {
  const clock = new FakeClock(at('17:00'))
  const scheduler = new FakeScheduler(clock)
  const power = new FakePower(clock)
  const lifeSigns = new MemoryLifeSigns()
  const notices = createFakeNotifier()
  const knowsInput = options.knowsInput ?? true
  if (knowsInput) power.touch()
  const ports = { scheduler, power, lifeSigns, notifier: notices.notifier }
  const first = createReopeningCore(clock, ports)
  let current: Pick<typeof first, 'core' | 'client' | 'log' | 'ports'> = first
  let unwatch: (() => void) | undefined = current.core.watch()
  let keys = 0
  const key = () => {
    keys += 1
    return `absence-test-${keys}`
  }

  return {
    clock,
    scheduler,
    power,
    lifeSigns,
    notices,
    key,
    get client() {
      return current.client
    },
    get core() {
      return current.core
    },
    get log() {
      return current.log
    },
    get store() {
      return current.ports.store
    },
    /** Until a time; nobody touches anything. */
    to(time: string, day = TODAY) {
      scheduler.pass(at(time, day) - clock.nowMs())
    },
    /** Until a time, with the person at work all along. */
    work(time: string, day = TODAY) {
      while (clock.nowMs() < at(time, day)) {
        scheduler.pass(Math.min(10_000, at(time, day) - clock.nowMs()))
        power.touch()
      }
    },
    /** The wall clock goes on while the machine sleeps. */
    sleepTo(time: string, day = TODAY) {
      scheduler.sleep(at(time, day) - clock.nowMs())
    },
    async start(note = '', more: Partial<Entry> = {}) {
      const { offComputer = false } = more
      return (await current.client.timer.start({ commandKey: key(), note, offComputer })).entry
    },
    async stop() {
      return (await current.client.timer.stop({ commandKey: key() })).entry
    },
    async set(settings: Partial<Settings>) {
      await current.client.settings.update({ commandKey: key(), ...settings })
    },
    report: (report: PresenceReport) => current.client.absence.report({ commandKey: key(), report }),
    get: () => current.client.absence.get({}),
    /** Pieces of the open question, or null where nothing is asked. */
    async asked(): Promise<Told[] | null> {
      const { question } = await current.client.absence.get({})
      return question?.pieces.map((it) => [clockText(it.fromMs), clockText(it.untilMs), it.cause] as const) ?? null
    },
    async answer(answer: AbsenceAnswer) {
      const { question } = await current.client.absence.get({})
      if (question === null) throw new Error('nothing is asked')
      return current.client.absence.answer({ commandKey: key(), absenceId: question.id, answer })
    },
    /** All entries, oldest first: `17:00–18:16 note`; no end while it runs. */
    async entries(): Promise<string[]> {
      const { entries } = await current.client.entries.list({ limit: 500 })
      return entries
        .map(({ time, note }) =>
          time.kind === 'day' ? note : `${clockText(time.startedAtMs)}–${clockText(time.endedAtMs)} ${note}`.trim(),
        )
        .sort()
    },
    /** What was told outside Stint about absences. */
    told: () => notices.shown.filter(({ place }) => place.page === 'absence'),
    undo: async () => (await current.client.history.undo({ commandKey: key() })).item.label,
    redo: async () => (await current.client.history.redo({ commandKey: key() })).item.label,
    /** The host ends in an orderly way. */
    end() {
      unwatch?.()
      unwatch = undefined
    },
    /** The host is gone, like with kill -9: nothing is said, nothing runs on. */
    crash() {
      const sign = lifeSigns.last
      unwatch?.()
      unwatch = undefined
      lifeSigns.last = sign
    },
    /** What a command without a host does: the same core, unwatched. */
    open() {
      current = first.reopen()
      return current.client
    },
    begin() {
      current = first.reopen()
      if (knowsInput) power.touch()
      unwatch = current.core.watch()
    },
    dispose() {
      unwatch?.()
      first.dispose()
    },
  }

  function clockText(ms: number | null): string {
    if (ms === null) return ''
    const [day = '', time = ''] = new Date(ms + 3_600_000).toISOString().split('T')
    return `${day === TODAY ? '' : `${day.slice(8)}. `}${time.slice(0, time.startsWith(':00', 5) ? 5 : 8)}`
  }
}

export type AbsenceWorld = ReturnType<typeof createAbsenceWorld>
