import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { zoneOffsetMs } from './zone-offset.ts'
import { zoneSchema } from './zone-schema.ts'

describe('zoneSchema', () => {
  it.each(['UTC', 'Europe/Stockholm', 'Asia/Calcutta', 'Asia/Kolkata', 'Etc/GMT+5', 'America/Argentina/San_Luis'])(
    'takes %s, and its offset can be read',
    (zone) => {
      expect(zoneSchema.safeParse(zone).success).toBe(true)
      const expected = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
      expect(zoneOffsetMs(0, zone)).toBe(expected)
    },
  )

  it.each(['', 'Mars/Olympus', '+02:00', 'Europe/Stockholm ', '../etc/passwd', 'x'.repeat(65)])(
    'refuses %j',
    (zone) => {
      expect(zoneSchema.safeParse(zone).success).toBe(false)
    },
  )

  it('takes every zone this machine lists', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(zoneSchema.safeParse(zone).success).toBe(true)
  })
})
