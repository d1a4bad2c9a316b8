import { describe, expect, it } from 'vitest'
import { backupName, parseBackupName } from './backup-name.ts'
import { dailyBackupDue } from './daily-backup-due.ts'

const AT = Date.UTC(2026, 10, 20, 14, 30, 5)

describe('the name of a backup', () => {
  it('tells when and why it was made, and reads back', () => {
    expect(backupName(AT, 'daily')).toBe('20261120-143005-daily.db')
    expect(backupName(AT, 'daily', 2)).toBe('20261120-143005-daily-2.db')
    for (const name of [backupName(AT, 'daily'), backupName(AT, 'daily', 12)]) {
      expect(parseBackupName(name)).toEqual({ madeAtMs: AT, reason: 'daily' })
    }
  })

  it.each(['20261120-143005-other.db', '20261320-143005-daily.db', 'stint.db', '20261120-143005-daily.db.tmp'])(
    'is not read out of %s',
    (name) => expect(parseBackupName(name)).toBeUndefined(),
  )
})

describe('whether a daily backup is due', () => {
  const madeAt = (madeAtMs: number) => [{ name: 'x', madeAtMs, bytes: 1, reason: 'quit' as const, entries: 0 }]

  it('asks the calendar of the zone, not for 24 hours', () => {
    const beforeMidnight = Date.UTC(2026, 10, 20, 22, 50)
    const afterMidnight = Date.UTC(2026, 10, 20, 23, 10)
    expect(dailyBackupDue(madeAt(beforeMidnight), afterMidnight, 'Europe/Stockholm')).toBe(true)
    expect(dailyBackupDue(madeAt(beforeMidnight), afterMidnight, 'UTC')).toBe(false)
  })

  it('is so without any backup, and not because the clock was set back', () => {
    expect(dailyBackupDue([], AT, 'UTC')).toBe(true)
    expect(dailyBackupDue(madeAt(AT + 100 * 3_600_000), AT, 'UTC')).toBe(false)
  })
})
