import { describe, expect, it } from 'vitest'
import { IDLE_THRESHOLD_MS, idleReports, PRESENT } from './idle-reports.ts'

describe('idleReports', () => {
  it('says nothing while nothing changes', () => {
    expect(idleReports(PRESENT, PRESENT, 0)).toEqual([])
    expect(idleReports({ isIdle: true, isLocked: true }, { isIdle: true, isLocked: true }, 90_000)).toEqual([])
  })
  it('dates idle time back to where it began, and says it before the lock that followed', () => {
    expect(idleReports(PRESENT, { isIdle: true, isLocked: true }, 0)).toEqual([
      { kind: 'idle', idleMs: IDLE_THRESHOLD_MS },
      { kind: 'lock' },
    ])
  })
  it('tells each return, from the lock and from doing nothing, and how long that was', () => {
    expect(idleReports({ isIdle: true, isLocked: true }, PRESENT, 310_000)).toEqual([
      { kind: 'idle', idleMs: 310_000 },
      { kind: 'unlock' },
      { kind: 'active' },
    ])
    expect(idleReports({ isIdle: true, isLocked: true }, { isIdle: true, isLocked: false }, 310_000)).toEqual([
      { kind: 'unlock' },
    ])
  })
})
