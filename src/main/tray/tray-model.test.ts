import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../core/domain/settings/default-settings.ts'
import type { Entry } from '../../shared/contract/entities.ts'
import type { LiveState } from '../../shared/contract/live.ts'
import { wallToInstant } from '../../shared/zone/wall-time.ts'
import { type RecentWork, recentWork } from './recent-work.ts'
import { type TrayInput, trayModel } from './tray-model.ts'

const ZONE = 'Europe/Stockholm'
const at = (hour: number, minute: number, day = '2026-11-20') => wallToInstant({ day, hour, minute }, ZONE).ms
const MINUTE_MS = 60_000

function entry(change: Partial<Entry> = {}): Entry {
  return {
    id: 'entry-1',
    time: { kind: 'clock', startedAtMs: at(9, 0), endedAtMs: null, zone: ZONE },
    note: 'Payment retry',
    projectId: null,
    activityId: null,
    workItemId: null,
    tagIds: [],
    billable: false,
    offComputer: false,
    source: 'timer',
    importBatchId: null,
    createdAtMs: 0,
    updatedAtMs: 0,
    ...change,
  }
}

function state(change: Partial<LiveState> = {}): LiveState {
  return {
    revision: 1,
    nowMs: at(9, 0),
    zone: ZONE,
    today: '2026-11-20',
    running: null,
    todayClosedMs: 0,
    settings: defaultSettings,
    undo: null,
    redo: null,
    absence: null,
    notices: [],
    host: { version: '0', contractHash: '', kind: 'desktop', pid: 1, startedAtMs: 0, profile: '/' },
    ...change,
  }
}

function model(change: Partial<TrayInput> = {}) {
  return trayModel({
    state: state(),
    nowMs: at(10, 12),
    recent: [],
    waitingReviews: null,
    platform: 'linux',
    ...change,
  })
}

const labels = (change: Partial<TrayInput> = {}) =>
  model(change).items.map((item) => (item.kind === 'separator' ? '-' : item.label))

describe('trayModel', () => {
  it('offers to start, and says today’s total, while nothing runs', () => {
    const shown = { state: state({ todayClosedMs: 312 * MINUTE_MS }) }
    expect(model(shown)).toMatchObject({ icon: 'idle', title: '', tooltip: 'Stint · today 5:12' })
    expect(labels(shown)).toEqual([
      'Start the timer',
      '-',
      'Today  5:12',
      '-',
      'Open Stint',
      'Mini window',
      '-',
      'Quit Stint',
    ])
  })

  it('says what runs and for how long: beside the icon on macOS, as the tooltip elsewhere', () => {
    const running = state({ running: entry(), todayClosedMs: 60 * MINUTE_MS })
    expect(model({ state: running, platform: 'darwin' })).toMatchObject({ icon: 'running', title: '1:12' })
    expect(model({ state: running, platform: 'win32' })).toMatchObject({
      title: '',
      tooltip: '1:12 · Payment retry',
    })
    expect(labels({ state: running })).toEqual(
      expect.arrayContaining(['Payment retry  1:12', 'Stop the timer', 'Today  2:12']),
    )
  })

  it('stays the same within a minute, so that nothing is drawn anew', () => {
    const running = state({ running: entry() })
    const first = model({ state: running, nowMs: at(10, 12) })
    expect(model({ state: running, nowMs: at(10, 12) + 59_999 })).toEqual(first)
    expect(model({ state: running, nowMs: at(10, 13) })).not.toEqual(first)
  })

  it('a timer that began yesterday adds its part of today only, also before the state knows of the new day', () => {
    const overnight = entry({
      time: { kind: 'clock', startedAtMs: at(23, 0, '2026-11-19'), endedAtMs: null, zone: ZONE },
    })
    expect(labels({ state: state({ running: overnight }), nowMs: at(1, 30) })).toContain('Today  1:30')
    const stale = state({ running: overnight, today: '2026-11-19', todayClosedMs: 480 * MINUTE_MS })
    expect(labels({ state: stale, nowMs: at(1, 30) })).toContain('Today  1:30')
    expect(labels({ state: { ...stale, running: null }, nowMs: at(1, 30) })).toContain('Today  0:00')
  })

  it('never shows less than nothing when the clock was set back', () => {
    expect(model({ state: state({ running: entry() }), nowMs: at(8, 0) }).tooltip).toBe('0:00 · Payment retry')
  })

  it('leads to the question about an absence while it is open', () => {
    const absence = {
      id: 'a',
      entryId: 'entry-1',
      pieces: [{ fromMs: 1, untilMs: 2, cause: 'idle' as const }],
      state: 'open' as const,
      askedAtMs: 2,
      updatedAtMs: 2,
    }
    const shown = model({ state: state({ running: entry(), absence }) })
    expect(shown.items).toContainEqual({
      kind: 'act',
      label: 'You were away: keep the time?',
      act: { kind: 'answer' },
    })
  })

  it('shows waiting reviews only where there are reviews at all', () => {
    expect(labels({ waitingReviews: 3 })).toContain('Reviews waiting  3')
    expect(labels().filter((label) => label.startsWith('Reviews'))).toEqual([])
  })

  it('shows notes as plain text: no mnemonics, no control characters, cut', () => {
    const running = state({ running: entry({ note: `R&D\n${'x'.repeat(100)}` }) })
    expect(labels({ state: running })[1]).toBe('Stop the timer')
    expect(labels({ state: running })[0]).toBe(`R&&D ${'x'.repeat(55)}…  1:12`)
    expect(model({ state: running }).tooltip).toBe(`1:12 · R&D ${'x'.repeat(55)}…`)
  })

  it('offers recent work by note and project', () => {
    const recent: RecentWork[] = [
      { entryId: 'a', note: 'Stand-up', project: 'Acme' },
      { entryId: 'b', note: '', project: 'Acme' },
      { entryId: 'c', note: 'Mail', project: null },
    ]
    expect(labels({ recent })).toEqual(expect.arrayContaining(['Continue', 'Stand-up · Acme', 'Acme', 'Mail']))
    expect(model({ recent }).items).toContainEqual({
      kind: 'act',
      label: 'Mail',
      act: { kind: 'continue', entryId: 'c' },
    })
  })
})

describe('recentWork', () => {
  const names = new Map([['p', 'Acme']])
  const ids = (entries: Entry[], running: Entry | null = null) =>
    recentWork(entries, running, names).map(({ entryId }) => entryId)

  it('keeps the latest of each note and project, five at most', () => {
    const entries = ['a', 'b', 'a', 'c', 'd', 'e', 'f'].map((note, index) => entry({ id: `${index}`, note }))
    expect(ids(entries)).toEqual(['0', '1', '3', '4', '5'])
  })

  it('tells the same note in two projects apart, and drops the name of a project that is gone', () => {
    const entries = [
      entry({ id: '1', projectId: 'p' }),
      entry({ id: '2' }),
      entry({ id: '3', projectId: 'gone' }),
      entry({ id: '4', note: ' Payment retry ', projectId: 'p' }),
    ]
    expect(recentWork(entries, null, names)).toEqual([
      { entryId: '1', note: 'Payment retry', project: 'Acme' },
      { entryId: '2', note: 'Payment retry', project: null },
      { entryId: '3', note: 'Payment retry', project: null },
    ])
  })

  it('leaves out what runs and what says nothing', () => {
    const entries = [entry({ id: '1' }), entry({ id: '2', note: '  ' }), entry({ id: '3', note: 'Mail' })]
    expect(ids(entries, entry({ id: 'running' }))).toEqual(['3'])
  })
})
