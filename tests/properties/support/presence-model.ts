import { isDefinedError, safe } from '@orpc/client'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Absence, AbsenceAnswer, AbsencePart } from '../../../src/shared/contract/absence.ts'
import type { Entry } from '../../../src/shared/contract/entities.ts'
import { FakeClock } from '../../fakes/fake-clock.ts'
import { FakePower } from '../../fakes/fake-power.ts'
import { FakeScheduler } from '../../fakes/fake-scheduler.ts'
import { MemoryLifeSigns } from '../../fakes/memory-life-signs.ts'
import { createTestCore } from '../../fakes/test-core.ts'

const MINUTE = 60_000

/** `n` picks an amount or a kind, as the step needs it. */
export const presenceStep = fc.record({
  act: fc.constantFrom(
    ...([
      'wait',
      'wait',
      'work',
      'lock',
      'unlock',
      'suspend',
      'resume',
      'sleep',
      'set-clock',
      'touch',
      'user',
    ] as const),
    ...(['leave', 'leave', 'leave', 'leave', 'start'] as const),
    ...(['away', 'back', 'start', 'stop', 'edit', 'answer', 'answer', 'undo', 'redo', 'restart'] as const),
  ),
  n: fc.nat(1000),
})

type PresenceStep = typeof presenceStep extends fc.Arbitrary<infer Step> ? Step : never

/** A watched core with a person before it, checked after every step. */
export function createPresenceModel() {
  const clock = new FakeClock()
  const scheduler = new FakeScheduler(clock)
  const power = new FakePower(clock)
  power.touch()
  const t = createTestCore({ clock, scheduler, power, lifeSigns: new MemoryLifeSigns() })
  let unwatch = t.core.watch()
  /** Start and cause of every piece of every question, by its end at that time. */
  const frozen = new Map<string, Absence['pieces'][number]>()

  async function tolerate(call: Promise<unknown>): Promise<void> {
    const { error } = await safe(call)
    if (error !== null && !isDefinedError(error)) throw error
  }

  async function entries(): Promise<Entry[]> {
    return (await t.client.entries.list({ limit: 500 })).entries
  }

  async function totalMs(): Promise<number> {
    return (await entries()).reduce((sum, { time }) => {
      if (time.kind === 'day') return sum + time.durationMs
      return sum + Math.max(0, (time.endedAtMs ?? clock.nowMs()) - time.startedAtMs)
    }, 0)
  }

  async function answer(n: number): Promise<void> {
    const { question } = await t.client.absence.get({})
    if (question === null) return
    const entry = (await entries()).find(({ id }) => id === question.entryId)
    if (entry?.time.kind !== 'clock') throw new Error('a question about an entry that is not there')
    const beforeMs = await totalMs()
    const choice = answerFor(question, n)
    const absenceId = question.id
    const {
      keptMs,
      movedMs,
      removedMs,
      entries: made,
    } = await t.client.absence.answer({
      commandKey: t.key(),
      absenceId,
      answer: choice,
    })
    expect(keptMs + movedMs + removedMs).toBe(sum(question.pieces))
    // Whoever stops says that nothing after the last absence counts.
    const tailMs =
      choice.kind === 'discard-and-stop'
        ? (entry.time.endedAtMs ?? clock.nowMs()) - (question.pieces.at(-1)?.untilMs ?? 0)
        : 0
    expect(await totalMs()).toBe(beforeMs - removedMs - tailMs)
    for (const { time } of made) {
      if (time.kind === 'clock' && time.endedAtMs !== null) expect(time.startedAtMs).toBeLessThan(time.endedAtMs)
    }
  }

  async function act({ act: kind, n }: PresenceStep): Promise<void> {
    const commandKey = t.key()
    switch (kind) {
      case 'wait':
        return scheduler.pass(n * n * 40)
      case 'work':
        for (let minute = 0; minute < n % 20; minute += 1) {
          scheduler.pass(MINUTE)
          power.touch()
        }
        return
      case 'leave':
        power.signal('lock')
        scheduler.pass((n % 30) * MINUTE)
        power.signal('unlock')
        return power.touch()
      case 'sleep':
        return scheduler.sleep(n * MINUTE)
      case 'set-clock':
        return clock.jump((n - 500) * 10_000)
      case 'touch':
        return power.touch()
      case 'user':
        return power.signal(n % 2 === 0 ? 'user-left' : 'user-back')
      case 'lock':
      case 'unlock':
      case 'suspend':
      case 'resume':
        return power.signal(kind)
      case 'away':
        return tolerate(t.client.absence.report({ commandKey, report: { kind, sinceMs: clock.nowMs() - n * 1000 } }))
      case 'back':
        return tolerate(t.client.absence.report({ commandKey, report: { kind } }))
      case 'start':
        return tolerate(t.client.timer.start({ commandKey, note: String(n), offComputer: n % 7 === 0 }))
      case 'stop':
        return tolerate(t.client.timer.stop({ commandKey }))
      case 'edit':
        return edit(n, commandKey)
      case 'answer':
        return answer(n)
      case 'undo':
        return tolerate(t.client.history.undo({ commandKey }))
      case 'redo':
        return tolerate(t.client.history.redo({ commandKey }))
      case 'restart':
        unwatch()
        clock.advance(n * 10_000)
        unwatch = t.core.watch()
    }
  }

  /** Cuts an entry by hand, or takes it away. */
  async function edit(n: number, commandKey: string): Promise<void> {
    const all = await entries()
    const entry = all[n % Math.max(1, all.length)]
    if (entry?.time.kind !== 'clock') return
    const { startedAtMs } = entry.time
    const endedAtMs = entry.time.endedAtMs ?? clock.nowMs()
    if (n % 5 === 0) return tolerate(t.client.entries.remove({ commandKey, ids: [entry.id] }))
    const atMs = startedAtMs + Math.floor(((endedAtMs - startedAtMs) * (n % 10)) / 10)
    return tolerate(t.client.entries.split({ commandKey, id: entry.id, atMs }))
  }

  async function check(): Promise<void> {
    const states = t.ports.store.read((reader) => reader.all('absence'))
    expect(states.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1)
    for (const { id, pieces } of states) {
      for (const [index, piece] of pieces.entries()) {
        expect(piece.fromMs).toBeLessThan(piece.untilMs)
        expect(piece.fromMs).toBeGreaterThan(pieces[index - 1]?.untilMs ?? Number.NEGATIVE_INFINITY)
        const known = frozen.get(`${id} ${piece.fromMs}`)
        if (known !== undefined) expect(piece.cause).toBe(known.cause)
        frozen.set(`${id} ${piece.fromMs}`, piece)
      }
    }
    for (const { time } of await entries()) {
      if (time.kind === 'clock' && time.endedAtMs !== null) expect(time.startedAtMs).toBeLessThanOrEqual(time.endedAtMs)
    }
    const { question } = await t.client.absence.get({})
    if (question !== null) expect(question.state).toBe('open')
    expect(t.log.lines.filter(({ level }) => level !== 'info' && level !== 'debug')).toEqual([])
  }

  return {
    async take(step: PresenceStep) {
      await act(step)
      await check()
    },
    dispose() {
      unwatch()
      expect([scheduler.waiting, power.listeners, t.core.commits.listeners]).toEqual([0, 0, 0])
      t.dispose()
    },
  }
}

function sum(pieces: readonly { readonly fromMs: number; readonly untilMs: number }[]): number {
  return pieces.reduce((ms, { fromMs, untilMs }) => ms + untilMs - fromMs, 0)
}

function answerFor({ pieces }: Absence, n: number): AbsenceAnswer {
  const move = { kind: 'move', details: { note: 'moved' } } as const
  const kinds = [{ kind: 'keep' }, { kind: 'discard' }, { kind: 'discard-and-stop' }, move] as const
  const plain = kinds[n % 5]
  if (plain !== undefined) return plain
  const ends = [kinds[0], kinds[1], move] as const
  const parts: AbsencePart[] = pieces.slice(0, 50).flatMap(({ fromMs, untilMs }, index) => {
    const middleMs = fromMs + Math.floor((untilMs - fromMs) / 2)
    const end = (add: number): AbsencePart['to'] => ends[(n + index + add) % 3] ?? move
    if (middleMs === fromMs) return [{ fromMs, untilMs, to: end(0) }]
    return [
      { fromMs, untilMs: middleMs, to: end(0) },
      { fromMs: middleMs, untilMs, to: end(1) },
    ]
  })
  return { kind: 'split', parts }
}
