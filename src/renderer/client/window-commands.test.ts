import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LiveState } from '../../shared/contract/live.ts'
import type { WindowCommand } from '../../shared/contract/window-command.ts'
import { useLive } from './live-store.ts'
import { readWindowCommand } from './read-window-command.ts'
import { followWindowCommands } from './window-commands.ts'

const SHOWN = { state: {} as LiveState }

afterEach(() => useLive.setState({ state: null }))

/** A desktop that says what the test wants it to say. */
function desktop() {
  const listeners = new Set<(command: unknown) => void>()
  return {
    onCommand(listener: (command: unknown) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say(command: unknown) {
      for (const listener of listeners) listener(command)
    },
  }
}

describe('readWindowCommand', () => {
  it('takes what the contract names', () => {
    expect(readWindowCommand({ kind: 'go', place: { page: 'absence' } })).toEqual({
      kind: 'go',
      place: { page: 'absence' },
    })
    expect(readWindowCommand({ kind: 'quick-note', text: '' })).toEqual({ kind: 'quick-note', text: '' })
  })
  it('drops everything else, addresses above all', () => {
    for (const message of [
      null,
      'go',
      { kind: 'go', place: { page: 'https://example.com' } },
      { kind: 'go', place: { page: 'settings', section: '../../x' } },
      { kind: 'action', id: 'x'.repeat(65) },
      { kind: 'action', id: 'go.today', extra: 1 },
      { kind: 'quick-note' },
    ]) {
      expect(readWindowCommand(message)).toBeNull()
    }
  })
})

describe('followWindowCommands', () => {
  it('waits until the page shows something, then runs each in order and drops the unknown', async () => {
    const host = desktop()
    const done: WindowCommand[] = []
    followWindowCommands(host, (command) => done.push(command))
    host.say({ kind: 'action', id: 'go.today' })
    host.say({ kind: 'format-disk' })
    host.say({ kind: 'quick-note', text: 'Call' })
    await vi.dynamicImportSettled()
    expect(done).toEqual([])
    useLive.setState(SHOWN)
    await vi.waitFor(() => expect(done).toHaveLength(2))
    expect(done).toEqual([
      { kind: 'action', id: 'go.today' },
      { kind: 'quick-note', text: 'Call' },
    ])
  })

  it('hears the next command after one that failed', async () => {
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    useLive.setState(SHOWN)
    const host = desktop()
    const done: string[] = []
    followWindowCommands(host, ({ kind }) => {
      if (kind === 'action') throw new Error('a mistake')
      done.push(kind)
    })
    host.say({ kind: 'action', id: 'go.today' })
    host.say({ kind: 'quick-note', text: '' })
    await vi.waitFor(() => expect(done).toEqual(['quick-note']))
    expect(reported).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })

  it('is deaf once it was ended', async () => {
    useLive.setState(SHOWN)
    const host = desktop()
    const done: WindowCommand[] = []
    const end = followWindowCommands(host, (command) => done.push(command))
    end()
    host.say({ kind: 'quick-note', text: '' })
    await vi.dynamicImportSettled()
    expect(done).toEqual([])
  })
})
