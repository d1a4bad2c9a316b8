import { describe, expect, it } from 'vitest'
import { COLUMN_NAMES } from './column-names.ts'
import { planColumns } from './column-plan.ts'
import { detectDelimiter, readSepLine } from './detect-delimiter.ts'
import { missingForToggl, TOGGL_COLUMNS } from './toggl-columns.ts'

const KIMAI =
  'date,begin,end,duration,currency,rate,user.name,customer.name,project.name,activity.name,description,billable,tags'
const CLOCKIFY =
  'Project,Client,Description,Task,User,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD)'
const HARVEST = 'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,First Name,Last Name'
const SOLIDTIME = 'description,billable,client,project,tags,start,end,task,user_name,user_email'

describe('proposing what columns mean', () => {
  it.each<[string, string, object]>([
    [
      'Kimai',
      KIMAI,
      {
        date: 'date',
        start: 'begin',
        end: 'end',
        client: 'customer.name',
        project: 'project.name',
        note: 'description',
      },
    ],
    [
      'Clockify',
      CLOCKIFY,
      { startDate: 'Start Date', endTime: 'End Time', duration: 'Duration (h)', activity: 'Task' },
    ],
    ['Harvest', HARVEST, { date: 'Date', duration: 'Hours', note: 'Notes', billable: 'Billable?' }],
    ['solidtime', SOLIDTIME, { start: 'start', end: 'end', note: 'description', activity: 'task' }],
    [
      'Swedish',
      'Datum,Starttid,Sluttid,Kund,Projekt,Aktivitet,Anteckning,Debiterbar',
      { date: 'Datum', startTime: 'Starttid', endTime: 'Sluttid', client: 'Kund', note: 'Anteckning' },
    ],
    [
      'German',
      'Datum,Von,Bis,Kunde,Projekt,Tätigkeit,Bemerkung',
      { date: 'Datum', start: 'Von', end: 'Bis', activity: 'Tätigkeit' },
    ],
    [
      'French',
      'Date,Heure de début,Heure de fin,Durée,Client,Projet,Tâche',
      { startTime: 'Heure de début', duration: 'Durée', activity: 'Tâche' },
    ],
  ])('knows the columns of %s, in any order', (_, header, expected) => {
    const names = header.split(',')
    expect(planColumns(names, {})).toMatchObject({ columns: expected, missing: [] })
    expect(planColumns(names.toReversed(), {}).columns).toMatchObject(expected)
  })

  it('lets the person’s choice win, also the choice to leave a column out', () => {
    const plan = planColumns(['Start', 'End', 'Task', 'Memo'], { note: 'Task', activity: '' })
    expect(plan.columns).toMatchObject({ start: 'Start', note: 'Task', activity: '' })
    expect(plan.indexes).toMatchObject({ note: 2 })
    expect(plan.indexes.activity).toBeUndefined()
  })

  it('says which times cannot be found rather than reading something else', () => {
    expect(planColumns(['Name', 'Amount'], {}).missing).toEqual(['start', 'duration'])
    expect(planColumns(['Start', 'Note'], {}).missing).toEqual(['end'])
    expect(planColumns(['Start', 'End'], { start: 'Begin' }).missing).toEqual(['start'])
  })

  it('wants of Toggl’s report what the summary report lacks', () => {
    const plan = planColumns(['Project', 'Duration', 'Description', 'Start date'], {}, TOGGL_COLUMNS)
    expect(missingForToggl(plan)).toEqual(['startTime'])
  })

  it('asks rather than take a clock time for a length', () => {
    expect(planColumns(['Date', 'Time', 'Note'], {}).missing).toEqual(['duration'])
  })

  it('gives no name to two fields', () => {
    const all = Object.values(COLUMN_NAMES).flat()
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
  })
})

describe('finding the delimiter', () => {
  it.each<[string, string]>([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'Datum;Timmar\n2026-01-01;1,5\n2026-01-02;2,5\n'],
    ['\t', 'a\tb\n"x,y"\tz\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [',', 'alone\n1\n'],
  ])('finds %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })

  it('does not count what stands in quotes', () => {
    expect(detectDelimiter('"a;b;c",d\n"1;2;3",4\n')).toBe(',')
  })

  it('obeys the first line that Excel writes', () => {
    expect(readSepLine('sep=;\r\na;b\r\n')).toEqual({ delimiter: ';', length: 7 })
    expect(readSepLine('separator,b\n')).toBeUndefined()
  })
})
