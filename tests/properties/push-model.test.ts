import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fault, milltimeLike, togglLike } from '../fakes/memory-provider.ts'
import { createPushHarness } from '../integration/push-harness.ts'
import { checkProperty } from './support/check-property.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Operation =
  | { readonly kind: 'add'; readonly note: string; readonly atHour: number; readonly minutes: number }
  | {
      readonly kind: 'note' | 'remove' | 'move'
      readonly which: number
      readonly note: string
      readonly atHour: number
    }
  | { readonly kind: 'undo' | 'drain' }

const note = fc.constantFrom('Twin', 'Other', 'Third')
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      note,
      // Twins, parts over midnight and lengths that round are all meant.
      atHour: fc.integer({ min: 0, max: 50 }),
      minutes: fc.constantFrom(1, 30, 30.4, 90, 600),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('note' as const, 'remove' as const, 'move' as const),
      which: fc.nat(9),
      note,
      atHour: fc.integer({ min: 0, max: 50 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'drain' as const) }) },
)

const faultKinds = ['lost-answer', 'lost-request', 'killed-before', 'killed-after', 'upstream', 'limited'] as const
/** One in five calls goes wrong, each in one of six ways. */
const faultPlan = fc.array(fc.option(fc.constantFrom(...faultKinds), { freq: 5 }), { minLength: 40, maxLength: 40 })

function faultOf(kind: (typeof faultKinds)[number], nowMs: number): Fault {
  switch (kind) {
    case 'upstream':
      return { kind: 'refused', error: { kind: 'upstream', status: 502, retryable: true, said: null } }
    case 'limited':
      return { kind: 'refused', error: { kind: 'rate-limited', retryAtMs: nowMs + 90_000, scope: 'api' } }
    default:
      return { kind }
  }
}

describe.each([
  ['instants on the second', togglLike],
  ['instants with a key of ours', { ...togglLike, searchKey: 'list' as const }],
  ['amounts of minutes on days that cannot move', milltimeLike],
])('with a provider that keeps %s', (_name, capabilities) => {
  it('whatever is done here and whatever goes wrong, in the end each entry is there once and nothing else', () =>
    checkProperty(
      fc.tuple(fc.array(operation, { minLength: 1, maxLength: 25 }), faultPlan),
      async ([operations, faults]) => {
        const t = await createPushHarness(capabilities)
        try {
          const plan = [...faults]
          t.failBy(() => {
            const kind = plan.shift()
            return kind === undefined || kind === null ? undefined : faultOf(kind, t.clock.nowMs())
          })
          const ids: string[] = []
          for (const step of operations) await run(t, ids, step)
          t.failBy(() => undefined)
          await t.drain()
          expect(t.remote()).toEqual(t.local())
          expect(t.open()).toEqual([])
        } finally {
          t.dispose()
        }
      },
      60,
    ))
})

async function run(t: Awaited<ReturnType<typeof createPushHarness>>, ids: string[], step: Operation): Promise<void> {
  switch (step.kind) {
    case 'add':
      ids.push(await t.add(step.note, step.atHour * HOUR, step.atHour * HOUR + step.minutes * MINUTE))
      return
    case 'drain':
      return t.drain()
    case 'undo':
      // There may be nothing to undo: refused, and nothing happens.
      await t.client.history.undo({ commandKey: t.key() }).catch(() => undefined)
      return
    default: {
      const id = ids[step.which % Math.max(1, ids.length)]
      if (id === undefined || !t.isLive(id)) return
      if (step.kind === 'note') await t.client.entries.update({ commandKey: t.key(), id, note: step.note })
      else if (step.kind === 'remove') await t.client.entries.remove({ commandKey: t.key(), ids: [id] })
      else await t.move(id, step.atHour * HOUR, step.atHour * HOUR + 45 * MINUTE)
    }
  }
}
