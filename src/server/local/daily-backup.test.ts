import { describe, expect, it } from 'vitest'
import type { Backups } from '../../core/ports/profile-files.ts'
import type { Scheduler } from '../../core/ports/scheduler.ts'
import type { Backup } from '../../shared/contract/host.ts'
import { appError } from '../../shared/errors.ts'
import { err, ok } from '../../shared/result.ts'
import { keepDailyBackup } from './daily-backup.ts'

const START_MS = Date.parse('2026-03-02T09:00:00Z')

/** A day in which waiting costs nothing: time passes when the test says so. */
function world(create?: Backups['create']) {
  let nowMs = START_MS
  let waiting: { atMs: number; run: () => void } | undefined
  const made: Backup[] = []
  const said: string[] = []
  const scheduler: Pick<Scheduler, 'after'> = {
    after(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run }
      waiting = timer
      return () => {
        if (waiting === timer) waiting = undefined
      }
    },
  }
  const backups: Backups = {
    list: () => made,
    create:
      create ??
      (async (reason, madeAtMs) => {
        const backup = { name: `${made.length}.db`, madeAtMs, bytes: 1, reason, entries: 0 }
        made.push(backup)
        return ok(backup)
      }),
    restore: async () => err(appError('not-found', '', { kind: '', id: '' })),
  }
  const say = (_fields: object, message: string) => void said.push(message)
  const log = { debug: say, info: say, warn: say, error: say }
  const dispose = keepDailyBackup({ backups, scheduler, log, clock: { nowMs: () => nowMs, zone: () => 'UTC' } })
  return {
    made,
    said,
    dispose,
    isWaiting: () => waiting !== undefined,
    async pass(hours: number) {
      const untilMs = nowMs + hours * 3_600_000
      while (waiting && waiting.atMs <= untilMs) {
        const { atMs, run } = waiting
        nowMs = atMs
        waiting = undefined
        run()
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
      }
      nowMs = untilMs
    },
  }
}

describe('the daily backup', () => {
  it('is made once on each day the host runs', async () => {
    const { made, pass } = world()
    await pass(72)
    expect(made.map(({ madeAtMs, reason }) => `${new Date(madeAtMs).toISOString().slice(0, 10)} ${reason}`)).toEqual([
      '2026-03-02 daily',
      '2026-03-03 daily',
      '2026-03-04 daily',
      '2026-03-05 daily',
    ])
  })

  it('goes on after a day on which it could not be made', async () => {
    let tries = 0
    const { said, pass } = world(async () => {
      tries += 1
      if (tries === 1) throw new Error('bug')
      return err(appError('disk-full', 'The disk is full.', {}))
    })
    await pass(2)
    expect(said.slice(0, 2)).toEqual(['The daily backup failed', 'The daily backup was not made'])
    expect(tries).toBe(4)
  })

  it('leaves nothing waiting behind', async () => {
    const { dispose, isWaiting, pass } = world()
    await pass(1)
    dispose()
    expect(isWaiting()).toBe(false)
  })
})
