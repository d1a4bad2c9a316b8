import type { Backup } from '../../../shared/contract/host.ts'
import type { Refusal } from '../../client/refusal.ts'

const reasons: Record<Backup['reason'], string> = {
  manual: 'Asked for',
  daily: 'Daily',
  migration: 'Before an update',
  restore: 'Before a restore',
  quit: 'When Stint stopped',
  import: 'Before an import',
}

/** Why a backup was made. */
export function backupReason(reason: Backup['reason']): string {
  return reasons[reason]
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A file's size as people say it: `96 kB`, `1.2 MB`. Steps of 1000, as disks are sold. */
export function describeBytes(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 && value < 100 ? 1 : 0,
  }).format(value)
}

export function describeEntries(entries: number, locale: string): string {
  return entries === 1 ? '1 entry' : `${entries.toLocaleString(locale)} entries`
}

/** Why a restore was refused, and that nothing has changed by it. */
export function restoreRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'damaged-backup':
      return `This backup is damaged and was not used: ${refusal.data.reason}. Nothing was changed. Choose another one.`
    case 'not-found':
      return 'This backup is no longer there. Nothing was changed. Choose another one.'
    case 'disk-full':
      return 'The disk is full, and a restore first keeps what is there now. Nothing was changed. Make some room, then try again.'
    default:
      return refusal.message
  }
}

/** Why no backup could be made. */
export function backupRefusal(refusal: Refusal): string {
  return refusal.code === 'disk-full'
    ? 'The disk is full, so no backup was made. What is tracked so far is safe. Make some room, then try again.'
    : refusal.message
}
