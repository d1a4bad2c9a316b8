import { describe, expect, it } from 'vitest'
import type { Account, AccountRule } from '../../../shared/contract/accounts.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { renderNote } from './render-note.ts'
import { type EntryWords, type RecordRules, wantedRecords } from './wanted-records.ts'

const ZONE = 'Europe/Stockholm'
const HOUR = 3_600_000
const project = '0190d6c0-0000-7000-8000-00000000000a'

const account: Account = {
  id: '0190d6c0-0000-7000-8000-000000000009',
  kind: 'toggl',
  name: 'Toggl',
  baseUrl: 'https://api.track.toggl.com/api/v9',
  direction: 'both',
  fromDay: '2026-11-01',
  rule: { kind: 'all' },
  workspaceId: '1',
  defaultProjectId: null,
  defaultActivityId: null,
  tags: ['stint'],
  noteTemplate: '',
  user: null,
  instance: null,
  org: null,
  state: 'active',
  createdAtMs: 0,
}

const rules: RecordRules = {
  shape: { model: 'instants', quantum: { ms: 1000, rounding: 'down' }, overMidnight: true, running: true, minMs: 0 },
  projectRequired: false,
  activityRequired: false,
  noteRequired: false,
  maxNoteLength: 3000,
  tags: true,
  billable: true,
}

const words: EntryWords = {
  projectName: 'Acme',
  item: { key: '#8322', title: 'Retry payments' },
  tagNames: ['backend'],
  remoteProjectId: '77',
  remoteActivityId: null,
}

const entry: Entry = {
  id: '0190d6c0-0000-7000-8000-000000000001',
  time: { kind: 'clock', startedAtMs: Date.UTC(2026, 10, 20, 8), endedAtMs: Date.UTC(2026, 10, 20, 9), zone: ZONE },
  note: 'Payment retry',
  projectId: project,
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

describe('wantedRecords', () => {
  it('carries the entry over in the provider’s terms, with the account’s tags added', () => {
    expect(wantedRecords(entry, account, rules, words, ZONE)).toEqual({
      kind: 'records',
      records: [
        {
          part: '',
          fields: {
            time: { kind: 'instants', startMs: Date.UTC(2026, 10, 20, 8), endMs: Date.UTC(2026, 10, 20, 9) },
            note: 'Payment retry',
            projectId: '77',
            activityId: null,
            tags: ['backend', 'stint'],
            billable: true,
          },
        },
      ],
    })
  })

  it('sends nothing that the account’s rule leaves out', () => {
    const narrow: AccountRule[] = [
      { kind: 'projects', projectIds: [] },
      { kind: 'tags', tagIds: [project] },
    ]
    for (const rule of narrow) {
      expect(wantedRecords(entry, { ...account, rule }, rules, words, ZONE)).toEqual({ kind: 'records', records: [] })
    }
  })

  it('waits for a person where the provider needs what the entry lacks', () => {
    const bare = { ...words, remoteProjectId: null }
    const strict = { ...rules, projectRequired: true, activityRequired: true, noteRequired: true }
    expect(wantedRecords(entry, account, strict, bare, ZONE)).toEqual({ kind: 'blocked', code: 'needs-project' })
    const withProject = { ...account, defaultProjectId: '1' }
    expect(wantedRecords(entry, withProject, strict, bare, ZONE)).toEqual({ kind: 'blocked', code: 'needs-activity' })
    const withBoth = { ...withProject, defaultActivityId: '2' }
    expect(wantedRecords({ ...entry, note: '' }, withBoth, strict, bare, ZONE)).toEqual({
      kind: 'blocked',
      code: 'needs-note',
    })
  })

  it('leaves out the part of a day before the first day that is sent', () => {
    const overnight: Entry = {
      ...entry,
      time: {
        kind: 'clock',
        startedAtMs: Date.UTC(2026, 9, 31, 22),
        endedAtMs: Date.UTC(2026, 9, 31, 22) + 3 * HOUR,
        zone: ZONE,
      },
    }
    const amounts: RecordRules = { ...rules, shape: { ...rules.shape, model: 'amount', overMidnight: false } }
    const answer = wantedRecords(overnight, account, amounts, words, ZONE)
    expect(answer.kind === 'records' && answer.records.map(({ part }) => part)).toEqual(['2026-11-01'])
  })
})

describe('renderNote', () => {
  it('fills in what the template names and leaves no holes', () => {
    expect(renderNote('{item} - {title} {note}', 'done', words, 100)).toBe('#8322 - Retry payments done')
    expect(renderNote('{item} {note}', 'done', { ...words, item: null }, 100)).toBe('done')
    expect(renderNote('{unknown} {note}', 'x', words, 100)).toBe('{unknown} x')
  })

  it('keeps a note as it was typed where there is no template', () => {
    expect(renderNote('', '  two  spaces ', words, 100)).toBe('  two  spaces ')
  })

  it('cuts between letters as people see them, and says that it did', () => {
    expect(renderNote('', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', words, 12)).toBe('👩‍👩‍👧‍👦…')
    expect(renderNote('', 'abcdef', words, 4)).toBe('abc…')
  })
})
