import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../client/refusal.ts'
import { backupRefusal, describeBytes, describeEntries, restoreRefusal } from './backup-words.ts'

describe('describeBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [96_400, '96 kB'],
    [1_240_000, '1.2 MB'],
    [240_000_000, '240 MB'],
    [1_500_000_000, '1.5 GB'],
  ])('says %d as people do', (bytes, expected) => {
    expect(describeBytes(bytes, 'en-GB')).toBe(expected)
  })
})

describe('words of backups', () => {
  it('count entries', () => {
    expect(describeEntries(1, 'en-GB')).toBe('1 entry')
    expect(describeEntries(12_345, 'en-GB')).toBe('12,345 entries')
  })
  it('say of every refusal that nothing was lost', () => {
    const damaged: Refusal = {
      code: 'damaged-backup',
      message: '',
      data: { name: 'x.db', reason: 'its pages are torn' },
    }
    const full: Refusal = { code: 'disk-full', message: '', data: {} }
    expect(restoreRefusal(damaged)).toContain('its pages are torn. Nothing was changed')
    expect(restoreRefusal(full)).toContain('Nothing was changed')
    expect(backupRefusal(full)).toContain('no backup was made')
  })
})
