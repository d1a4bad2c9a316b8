import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Desktop } from '../desktop.ts'
import type { DesktopRequest } from './desktop-request.ts'
import { createRequests } from './run-request.ts'

const showMessageBox = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ dialog: { showMessageBox } }))

const timer = { start: vi.fn(async (_input: object) => ({})), stop: vi.fn(async (_input: object) => ({})) }
const windows = { show: vi.fn(), showMini: vi.fn(), quickNote: vi.fn(), runAction: vi.fn() }
const projects = [
  { id: 'p1', name: 'Garden', archived: false },
  { id: 'p2', name: 'Twice', archived: false },
  { id: 'p3', name: 'twice', archived: false },
  { id: 'p4', name: 'Old', archived: true },
]

/** The parts of the desktop that are used here. */
function desktop(): Desktop {
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const client = { timer, catalogue: { get: async () => ({ projects }) } }
  return { client, windows, log, live: { current: () => ({ running: null }) } } as unknown as Desktop
}

const YES = { response: 0 }
const NO = { response: 1 }
const start = (project = ''): DesktopRequest => ({ kind: 'start', note: 'Fix #412', project })
const begun = () => timer.start.mock.calls.map(([{ commandKey: _, ...details }]: [{ commandKey?: string }]) => details)

beforeEach(() => vi.clearAllMocks())

describe('what is asked from outside', () => {
  it('starts and stops by a link only after a yes', async () => {
    const requests = createRequests(desktop())
    for (const request of [start(), { kind: 'stop' }, { kind: 'toggle' }] as const) {
      showMessageBox.mockResolvedValue(NO)
      await requests.run({ request, from: 'outside' })
    }
    expect([timer.start.mock.calls, timer.stop.mock.calls]).toEqual([[], []])
    showMessageBox.mockResolvedValue(YES)
    await requests.run({ request: start('garden'), from: 'outside' })
    expect(begun()).toEqual([{ note: 'Fix #412', projectId: 'p1' }])
  })

  it('asks one thing at a time, however many links are opened', async () => {
    const requests = createRequests(desktop())
    let answer = (_given: typeof YES) => {}
    showMessageBox.mockReturnValue(new Promise((resolve) => (answer = resolve)))
    const first = requests.run({ request: start(), from: 'outside' })
    await requests.run({ request: { kind: 'stop' }, from: 'outside' })
    await requests.refuse('not known')
    expect(showMessageBox).toHaveBeenCalledOnce()
    answer(YES)
    await first
    expect([timer.start.mock.calls.length, timer.stop.mock.calls.length]).toEqual([1, 0])
  })

  it('does at once what a person typed, and what only shows something', async () => {
    const requests = createRequests(desktop())
    await requests.run({ request: start(), from: 'person' })
    await requests.run({ request: { kind: 'stop' }, from: 'person' })
    await requests.run({ request: { kind: 'show' }, from: 'outside' })
    await requests.run({ request: { kind: 'note', text: 'Call Ada' }, from: 'outside' })
    expect(showMessageBox).not.toHaveBeenCalled()
    expect([begun().length, timer.stop.mock.calls.length, windows.show.mock.calls.length]).toEqual([1, 1, 1])
    expect(windows.quickNote).toHaveBeenCalledWith('Call Ada')
  })

  it.each(['Twice', 'Old', 'Nowhere'])(
    'starts without the project “%s”, which is not one, and shows the timer',
    async (name) => {
      await createRequests(desktop()).run({ request: start(name), from: 'person' })
      expect(begun()).toEqual([{ note: 'Fix #412' }])
      expect(windows.show).toHaveBeenCalledWith({ page: 'timer' })
    },
  )

  it('shows the timer where the host refuses, and never rejects', async () => {
    timer.start.mockRejectedValueOnce(new Error('clock-behind'))
    await createRequests(desktop()).run({ request: start(), from: 'person' })
    expect(windows.show).toHaveBeenCalledWith({ page: 'timer' })
  })
})
