import type { Backup } from '../../../shared/contract/host.ts'

const REASONS = ['manual', 'daily', 'migration', 'restore', 'quit', 'import'] as const
const NAME = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-([a-z]+)(?:-\d+)?\.db$/

/** `20261120-143000-daily.db`, in UTC, so that names sort by age whatever the clock on the wall did. `copy` from 2. */
export function backupName(madeAtMs: number, reason: Backup['reason'], copy = 1): string {
  const [date, time] = new Date(madeAtMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').split('T')
  return `${date}-${time}-${reason}${copy > 1 ? `-${copy}` : ''}.db`
}

/** undefined: not a name that `backupName` gives. */
export function parseBackupName(name: string): Pick<Backup, 'madeAtMs' | 'reason'> | undefined {
  const match = NAME.exec(name)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, word] = match
  const madeAtMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const reason = REASONS.find((one) => one === word)
  return Number.isNaN(madeAtMs) || reason === undefined ? undefined : { madeAtMs, reason }
}
