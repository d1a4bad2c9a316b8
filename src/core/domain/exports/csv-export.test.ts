import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../shared/contract/entities.ts'
import { csvHeader, csvRecord } from './csv-export.ts'
import { isoInstant } from './iso-instant.ts'
import { readTagList, writeTagList } from './tag-list.ts'

const entry: Entry = {
  id: '01900000-0000-7000-8000-000000000001',
  time: {
    kind: 'clock',
    startedAtMs: Date.UTC(2026, 2, 2, 22, 30, 0, 250),
    endedAtMs: Date.UTC(2026, 2, 2, 23, 45, 1),
    zone: 'Europe/Stockholm',
  },
  note: 'Payment "retry", part 2',
  projectId: null,
  activityId: null,
  workItemId: null,
  tagIds: [],
  billable: true,
  offComputer: false,
  source: 'timer',
  importBatchId: null,
  createdAtMs: 0,
  updatedAtMs: 0,
}
const names = { client: 'Nordwind', project: 'Webshop', activity: '', tags: ['a', 'b, c'], workItem: '#12' }

describe('a record of the CSV export', () => {
  it('is exactly this text', () => {
    expect(csvHeader()).toBe(
      'id,start,end,zone,date,duration_ms,duration,note,client,project,activity,tags,work_item,billable,off_computer\r\n',
    )
    expect(csvRecord(entry, names)).toBe(
      `${entry.id},2026-03-02T23:30:00.250+01:00,2026-03-03T00:45:01.000+01:00,Europe/Stockholm,2026-03-02,4500750,1:15:00,"Payment ""retry"", part 2",Nordwind,Webshop,,"a, ""b, c""",#12,true,false\r\n`,
    )
  })

  it('has no clock times for an entry without them, and no end and duration while one runs', () => {
    const onDay: Entry = { ...entry, time: { kind: 'day', day: '2026-03-02', durationMs: 0, zone: 'UTC' }, note: '' }
    expect(csvRecord(onDay, names)).toContain(',,,UTC,2026-03-02,0,0:00:00,,')
    const running: Entry = { ...entry, time: { kind: 'clock', startedAtMs: 0, endedAtMs: null, zone: 'UTC' }, note: '' }
    expect(csvRecord(running, names)).toContain(',1970-01-01T00:00:00.000+00:00,,UTC,1970-01-01,,,,')
  })

  it('guards every cell that a person can write in', () => {
    const evil = { client: '=1', project: '+1', activity: '-1', tags: ['@1'], workItem: '=2' }
    expect(csvRecord({ ...entry, note: '=HYPERLINK("x")' }, evil)).toContain(`"'=HYPERLINK(""x"")",'=1,'+1,'-1,'@1,'=2`)
  })

  it('writes instants that read back to the millisecond, in zones whose offset has seconds too', () => {
    for (const zone of ['Europe/Stockholm', 'Asia/Kathmandu', 'America/St_Johns', 'UTC']) {
      for (const ms of [
        0,
        -1,
        Date.UTC(1905, 5, 1, 12, 0, 0, 7),
        Date.UTC(2026, 9, 25, 0, 30),
        Date.UTC(2026, 9, 25, 1, 30),
      ]) {
        expect(Date.parse(isoInstant(ms, zone))).toBe(ms)
      }
    }
    expect(isoInstant(Date.UTC(1850, 0, 1), 'Europe/Stockholm')).toBe('1850-01-01T00:00:00.000Z')
  })

  it.each([[['a', 'b']], [['a, b', 'c']], [['"q"', 'x']], [['one']], [[]], [['a"b,c', ',', '"']]])(
    'keeps tags apart: %j',
    (tags) => {
      expect(readTagList(writeTagList(tags))).toEqual(tags)
    },
  )
})
