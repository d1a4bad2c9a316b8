import path from 'node:path'
import { listBackups } from '../backups/list-backups.ts'
import { verifyBackup } from '../backups/verify-backup.ts'
import { entriesInWords } from './entries-in-words.ts'
import type { CheckedProfile, PlannedCheck } from './planned-check.ts'

const WARN_AFTER_HOURS = 72

export function backupChecks({ paths, clock }: CheckedProfile): PlannedCheck[] {
  return [
    {
      id: 'backup-age',
      title: 'A recent backup',
      run: () => {
        const [newest] = listBackups(paths.backups)
        const mend = 'Make one now with "stint backup".'
        if (newest === undefined) return { status: 'warn', detail: 'there is no backup yet', mend }
        const hours = Math.max(0, Math.floor((clock.nowMs() - newest.madeAtMs) / 3_600_000))
        const detail = `${newest.name} is ${hours} h old and holds ${entriesInWords(newest.entries)}`
        return hours > WARN_AFTER_HOURS ? { status: 'warn', detail, mend } : { status: 'ok', detail }
      },
    },
    {
      id: 'backup-good',
      title: 'The newest backup can be restored',
      run: () => {
        const [newest] = listBackups(paths.backups)
        if (newest === undefined) return { status: 'ok', detail: 'there is none to check' }
        const verified = verifyBackup(path.join(paths.backups, newest.name))
        if (!verified.ok) {
          const mend = 'Make a new one with "stint backup", and look after the disk: bytes on it changed.'
          return { status: 'fail', detail: `${newest.name}: ${verified.error}`, mend }
        }
        return verified.value.digestKnown
          ? { status: 'ok', detail: `${newest.name} is byte for byte as it was made` }
          : { status: 'ok', detail: `${newest.name} is whole; its note is gone, so its bytes could not be compared` }
      },
    },
  ]
}
