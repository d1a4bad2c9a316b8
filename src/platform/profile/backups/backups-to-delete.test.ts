import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backup } from '../../../shared/contract/host.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { backupsToDelete } from './backups-to-delete.ts'

const HOUR = 3_600_000
const zone = 'Europe/Stockholm'
const nowMs = Date.UTC(2026, 10, 20, 12)

function backup(hoursAgo: number, reason: Backup['reason'] = 'quit'): Backup {
  return { name: `${hoursAgo}-${reason}`, madeAtMs: nowMs - hoursAgo * HOUR, bytes: 1, reason, entries: 1 }
}

const kept = (backups: readonly Backup[], count = 3) => {
  const gone = new Set(backupsToDelete(backups, { kept: count, nowMs, zone }))
  return backups.filter(({ name }) => !gone.has(name)).map(({ name }) => name)
}

const reasons = fc.constantFrom<Backup['reason']>('manual', 'daily', 'migration', 'restore', 'quit', 'import')
const anyBackups = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3000 }), reasons), { selector: ([hours]) => hours, maxLength: 80 })
  .map((list) => list.map(([hours, reason]) => backup(hours, reason)))

describe('which backups may go', () => {
  it('keeps the newest few, one for each of seven days, one for each of four weeks', () => {
    const everySixHours = Array.from({ length: 240 }, (_, index) => backup(index * 6))
    expect(kept(everySixHours)).toEqual([
      ...['0-quit', '6-quit', '12-quit'],
      // Noon in London is 13:00 in Stockholm: 18 hours ago is yesterday.
      ...['18-quit', '42-quit', '66-quit', '90-quit', '114-quit', '138-quit'],
      ...['162-quit', '330-quit', '498-quit'],
    ])
  })

  it('keeps what was made before a migration or a restore for 30 days', () => {
    const old = [backup(700, 'migration'), backup(701, 'restore'), backup(800, 'migration'), backup(702, 'manual')]
    expect(kept([backup(0), backup(1), backup(2), ...old])).toEqual([
      ...['0-quit', '1-quit', '2-quit'],
      ...['700-migration', '701-restore'],
    ])
  })

  it('never lets the newest go, nor fewer stay than asked for, nor a day of the last seven lose all of its own', () => {
    fc.assert(
      fc.property(anyBackups, fc.integer({ min: 0, max: 20 }), (backups, count) => {
        const left = kept(backups, count)
        expect(left.length).toBeGreaterThanOrEqual(Math.min(backups.length, Math.max(1, count)))
        const newest = [...backups].sort((a, b) => b.madeAtMs - a.madeAtMs)[0]
        if (newest !== undefined) expect(left).toContain(newest.name)
        const daysOf = (names: readonly string[]) =>
          new Set(
            backups
              .filter(({ name, madeAtMs }) => names.includes(name) && nowMs - madeAtMs < 6 * 24 * HOUR)
              .map(({ madeAtMs }) => dayOf(madeAtMs, zone)),
          )
        expect(daysOf(left)).toEqual(daysOf(backups.map(({ name }) => name)))
      }),
      { seed: 11, numRuns: 300, interruptAfterTimeLimit: 5000 },
    )
  })

  it('changes nothing more when it is asked again', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(backupsToDelete(backups, { kept: 5, nowMs, zone }))
        const left = backups.filter(({ name }) => !gone.has(name))
        expect(backupsToDelete(left, { kept: 5, nowMs, zone })).toEqual([])
      }),
      { seed: 12, numRuns: 300, interruptAfterTimeLimit: 5000 },
    )
  })
})
