import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestCore } from '../fakes/test-core.ts'

/** A journal in its plainest form: what the real one has to agree with after every step. */
interface Journal {
  readonly finished: readonly { readonly note: string; readonly from: number; readonly to: number }[]
  readonly running: { readonly note: string; readonly from: number } | null
}

class Model {
  now = 0
  past: Journal[] = []
  future: Journal[] = []
  journal: Journal = { finished: [], running: null }

  commit(journal: Journal) {
    this.past.push(this.journal)
    this.future = []
    this.journal = journal
  }

  /** What runs ends here. */
  closed(at: number): Journal['finished'] {
    const { finished, running } = this.journal
    return running === null ? finished : [...finished, { note: running.note, from: running.from, to: at }]
  }
}

type Core = ReturnType<typeof createTestCore>

async function agree(model: Model, t: Core) {
  const { entries } = await t.client.entries.list({ limit: 500 })
  const real = entries.map(({ note, time }) => (time.kind === 'clock' ? [note, time.startedAtMs, time.endedAtMs] : []))
  const { finished, running } = model.journal
  const expected = [
    ...finished.map(({ note, from, to }) => [note, from, to]),
    ...(running === null ? [] : [[running.note, running.from, null]]),
  ]
  const order = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
  expect(order(real)).toEqual(order(expected))
  const { undo, redo } = await peek(t)
  expect([undo, redo]).toEqual([model.past.length > 0, model.future.length > 0])
}

async function peek(t: Core) {
  const { items } = await t.client.history.list({ limit: 200 })
  const live = await t.client.live.subscribe({})
  const first = await live.next()
  await live.return(undefined)
  if (first.done) throw new Error('the subscription ended')
  const { undo, redo } = first.value.state
  expect(items.some(({ undone }) => !undone)).toBe(undo !== null)
  return { undo: undo !== null, redo: redo !== null }
}

type Do = (model: Model, t: Core) => Promise<void>

class Act implements fc.AsyncCommand<Model, Core> {
  readonly #name: string
  readonly #possible: (model: Readonly<Model>) => boolean
  readonly #act: Do

  constructor(name: string, act: Do, possible: (model: Readonly<Model>) => boolean = () => true) {
    this.#name = name
    this.#act = act
    this.#possible = possible
  }

  check(model: Readonly<Model>) {
    return this.#possible(model)
  }

  async run(model: Model, t: Core) {
    await this.#act(model, t)
    await agree(model, t)
  }

  toString() {
    return this.#name
  }
}

const runs = (model: Readonly<Model>) => model.journal.running !== null

const acts = [
  fc.nat(600_000).map(
    (ms) =>
      new Act(`wait ${ms}`, async (model, t) => {
        t.clock.advance(ms)
        model.now += ms
      }),
  ),
  fc.string({ maxLength: 5 }).map(
    (note) =>
      new Act(`start ${JSON.stringify(note)}`, async (model, t) => {
        await t.client.timer.start({ commandKey: t.key(), note })
        model.commit({ finished: model.closed(model.now), running: { note, from: model.now } })
      }),
  ),
  fc.constant(
    new Act(
      'stop',
      async (model, t) => {
        await t.client.timer.stop({ commandKey: t.key() })
        model.commit({ finished: model.closed(model.now), running: null })
      },
      runs,
    ),
  ),
  fc.constant(
    new Act(
      'discard',
      async (model, t) => {
        await t.client.timer.discard({ commandKey: t.key() })
        model.commit({ ...model.journal, running: null })
      },
      runs,
    ),
  ),
  fc.nat(20).map(
    (n) =>
      new Act(
        `remove ${n}`,
        async (model, t) => {
          const gone = model.journal.finished[n % model.journal.finished.length]
          if (gone === undefined) throw new Error('nothing to remove')
          const { entries } = await t.client.entries.list({ limit: 500 })
          const real = entries.find(
            ({ note, time }) =>
              note === gone.note &&
              time.kind === 'clock' &&
              time.startedAtMs === gone.from &&
              time.endedAtMs === gone.to,
          )
          await t.client.entries.remove({ commandKey: t.key(), ids: [real?.id ?? ''] })
          model.commit({ ...model.journal, finished: model.journal.finished.filter((one) => one !== gone) })
        },
        (model) => model.journal.finished.length > 0,
      ),
  ),
  fc.constant(
    new Act(
      'undo',
      async (model, t) => {
        await t.client.history.undo({ commandKey: t.key() })
        model.future.push(model.journal)
        model.journal = model.past.pop() ?? model.journal
      },
      (model) => model.past.length > 0,
    ),
  ),
  fc.constant(
    new Act(
      'redo',
      async (model, t) => {
        await t.client.history.redo({ commandKey: t.key() })
        model.past.push(model.journal)
        model.journal = model.future.pop() ?? model.journal
      },
      (model) => model.future.length > 0,
    ),
  ),
]

describe('the timer with undo', () => {
  it('agrees with a plain list and two stacks after every step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(acts, { maxCommands: 40, size: 'max' }), async (commands) => {
        const t = createTestCore()
        const model = new Model()
        model.now = t.clock.nowMs()
        try {
          await fc.asyncModelRun(() => ({ model, real: t }), commands)
        } finally {
          t.dispose()
        }
      }),
      { seed: 20_261_120, numRuns: 60, interruptAfterTimeLimit: 5000, markInterruptAsFailure: false },
    )
  })
})
