import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AbsenceAnswer } from '../../src/shared/contract/absence.ts'
import { refusal } from '../fakes/refusal.ts'
import { type AbsenceWorld, at, createAbsenceWorld } from './absence-support.ts'

let w: AbsenceWorld
beforeEach(() => {
  w = createAbsenceWorld()
})
afterEach(() => w.dispose())

/** Locked from one time to the other. */
function away(from: string, until: string) {
  w.work(from)
  w.power.signal('lock')
  w.to(until)
  w.power.signal('unlock')
}

const move = (note: string) => ({ kind: 'move', details: { note } }) as const

describe('an answer', () => {
  const told: readonly [AbsenceAnswer, string, string[], object][] = [
    [{ kind: 'keep' }, 'Keep 40 m away in “R”', ['17:00– R'], { keptMs: 2_400_000 }],
    [
      { kind: 'discard' },
      'Discard 40 m away from “R”',
      ['17:00–18:00 R', '18:10–19:00 R', '19:30– R'],
      { removedMs: 2_400_000 },
    ],
    [
      { kind: 'discard-and-stop' },
      'Discard 40 m away from “R” and stop',
      ['17:00–18:00 R', '18:10–19:00 R'],
      { removedMs: 2_400_000 },
    ],
    [
      move('Lunch'),
      'Move 40 m away out of “R”',
      ['17:00–18:00 R', '18:00–18:10 Lunch', '18:10–19:00 R', '19:00–19:30 Lunch', '19:30– R'],
      { movedMs: 2_400_000 },
    ],
    [
      {
        kind: 'split',
        parts: [
          { fromMs: at('18:00'), untilMs: at('18:10'), to: { kind: 'keep' } },
          { fromMs: at('19:00'), untilMs: at('19:20'), to: move('Call') },
          { fromMs: at('19:20'), untilMs: at('19:30'), to: { kind: 'discard' } },
        ],
      },
      'Split 40 m away from “R”',
      ['17:00–19:00 R', '19:00–19:20 Call', '19:30– R'],
      { keptMs: 600_000, movedMs: 1_200_000, removedMs: 600_000 },
    ],
  ]

  it.each(told)(
    '%j does what it says, and undo and redo move time and question together',
    async (answer, label, after, sums) => {
      await w.start('R')
      away('18:00', '18:10')
      away('19:00', '19:30')
      w.work('20:00')
      const { question } = await w.get()
      expect(await w.answer(answer)).toMatchObject({ keptMs: 0, movedMs: 0, removedMs: 0, ...sums })
      expect(await w.entries()).toEqual(after)
      expect((await w.get()).question).toBeNull()
      for (let round = 0; round < 2; round += 1) {
        expect(await w.undo()).toBe(label)
        expect(await w.entries()).toEqual(['17:00– R'])
        expect((await w.get()).question).toEqual(question)
        expect(await w.redo()).toBe(label)
        expect(await w.entries()).toEqual(after)
        expect((await w.get()).question).toBeNull()
      }
    },
  )

  it('works for an entry that was stopped before it was given', async () => {
    await w.start('R')
    away('18:00', '18:30')
    w.work('19:00')
    await w.stop()
    await w.answer({ kind: 'discard' })
    expect(await w.entries()).toEqual(['17:00–18:00 R', '18:30–19:00 R'])
  })

  it('takes an entry away that was absence throughout', async () => {
    await w.start('R')
    w.power.signal('lock')
    w.to('18:00')
    w.power.signal('unlock')
    const { entries } = await w.answer({ kind: 'discard-and-stop' })
    expect([entries, await w.entries()]).toEqual([[], []])
    await w.undo()
    expect(await w.entries()).toEqual(['17:00– R'])
    expect(await w.asked()).toEqual([['17:00', '18:00', 'lock']])
  })

  it('is refused where the parts do not cover the absence, or name what is not there', async () => {
    await w.start('R')
    away('18:00', '18:30')
    const parts = [{ fromMs: at('18:00'), untilMs: at('18:20'), to: { kind: 'keep' as const } }]
    expect(await refusal(w.answer({ kind: 'split', parts }))).toMatchObject({
      code: 'invalid-input',
      data: { issues: [{ path: 'answer.parts.1' }] },
    })
    const projectId = '01900000-0000-7000-8000-00000000ffff'
    expect(await refusal(w.answer({ kind: 'move', details: { projectId } }))).toMatchObject({
      code: 'not-found',
      data: { kind: 'project' },
    })
    expect(await w.asked()).toEqual([['18:00', '18:30', 'lock']])
    expect(await w.entries()).toEqual(['17:00– R'])
  })

  it('is given once: later ones are refused, and unknown questions are not found', async () => {
    await w.start('R')
    away('18:00', '18:30')
    const absenceId = (await w.get()).question?.id ?? ''
    await w.answer({ kind: 'keep' })
    const answer = (id: string) =>
      w.client.absence.answer({ commandKey: w.key(), absenceId: id, answer: { kind: 'discard' } })
    expect((await refusal(answer(absenceId))).code).toBe('changed-since')
    expect((await refusal(answer('01900000-0000-7000-8000-00000000ffff'))).code).toBe('not-found')
    expect(await w.entries()).toEqual(['17:00– R'])
  })

  it('asks about time after it only, also where the screen is locked again at once', async () => {
    await w.start('R')
    away('18:00', '18:30')
    await w.answer({ kind: 'keep' })
    away('18:30:10', '19:00')
    expect(await w.asked()).toEqual([['18:30:10', '19:00', 'lock']])
  })
})

describe('undo of an answer when another question was asked meanwhile', () => {
  it('about the same entry: both become one again, and nothing that was asked is lost', async () => {
    await w.start('R')
    away('18:00', '18:10')
    await w.answer({ kind: 'keep' })
    away('19:00', '19:30')
    expect(await w.asked()).toEqual([['19:00', '19:30', 'lock']])
    await w.undo()
    expect(await w.asked()).toEqual([
      ['18:00', '18:10', 'lock'],
      ['19:00', '19:30', 'lock'],
    ])
    // What was asked since was not answered then: the answer cannot simply be given again.
    expect((await refusal(w.redo())).code).toBe('changed-since')
    await w.answer({ kind: 'discard' })
    expect(await w.undo()).toBe('Discard 40 m away from “R”')
    expect(await w.undo()).toBe('Start “R”')
  })

  it('about the stretch that the answer had made: it belongs to the entry again', async () => {
    await w.start('R')
    away('18:00', '18:10')
    await w.answer({ kind: 'discard' })
    away('19:00', '19:30')
    expect(await w.asked()).toEqual([['19:00', '19:30', 'lock']])
    await w.undo()
    expect(await w.entries()).toEqual(['17:00– R'])
    expect(await w.asked()).toEqual([
      ['18:00', '18:10', 'lock'],
      ['19:00', '19:30', 'lock'],
    ])
  })

  it('about another entry: the older one is asked first, the other waits, and redo works', async () => {
    await w.start('A')
    away('18:00', '18:10')
    await w.answer({ kind: 'discard' })
    await w.stop()
    await w.start('B')
    away('19:00', '19:30')
    expect(await w.asked()).toEqual([['19:00', '19:30', 'lock']])
    await w.undo()
    await w.undo()
    await w.undo()
    expect(await w.asked()).toEqual([['18:00', '18:10', 'lock']])
    await w.redo()
    await w.redo()
    await w.redo()
    expect(await w.asked()).toEqual([['19:00', '19:30', 'lock']])
  })

  it('goes back and forth over several answered questions', async () => {
    await w.start('A')
    away('18:00', '18:10')
    await w.answer({ kind: 'keep' })
    await w.stop()
    await w.start('B')
    away('19:00', '19:30')
    await w.answer({ kind: 'keep' })
    for (let step = 0; step < 4; step += 1) await w.undo()
    expect(await w.asked()).toEqual([['18:00', '18:10', 'lock']])
    for (let step = 0; step < 4; step += 1) await w.redo()
    expect((await w.get()).question).toBeNull()
    expect(await w.entries()).toEqual(['17:00–18:10 A', '18:10– B'])
  })
})
