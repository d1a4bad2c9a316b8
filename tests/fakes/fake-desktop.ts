import type { Desktop } from '../../src/main/desktop.ts'
import type { LiveState } from '../../src/shared/contract/live.ts'
import type { Place } from '../../src/shared/contract/notifications.ts'
import { createMemoryLog } from './memory-log.ts'
import type { createTestCore } from './test-core.ts'

/** What a part of the shell gets, over a real core in memory; what it does with windows is written down. */
export async function createFakeDesktop({ client, core }: ReturnType<typeof createTestCore>) {
  const stream = await client.live.subscribe({})
  const first = await stream.next()
  if (first.done === true) throw new Error('The live state ended at once')
  let state: LiveState = first.value.state
  await stream.return?.(undefined)
  const listeners = new Set<(state: LiveState) => void>()
  const memory = createMemoryLog()
  const shown: (Place | undefined)[] = []
  const windowCalls: string[] = []
  const note = (call: string) => () => void windowCalls.push(call)

  const emit = () => {
    for (const hear of [...listeners]) hear(state)
  }
  /** Takes in the present state of the core. */
  async function refresh(): Promise<void> {
    const anew = await client.live.subscribe({})
    const next = await anew.next()
    await anew.return?.(undefined)
    if (next.done === true) return
    state = next.value.state
    emit()
  }
  core.commits.listen(() => void refresh())

  const desktop: Desktop = {
    client,
    live: {
      current: () => state,
      listen(hear) {
        listeners.add(hear)
        return () => void listeners.delete(hear)
      },
    },
    windows: {
      show: (place) => void shown.push(place),
      hide: note('hide'),
      toggle: note('toggle'),
      showMini: note('mini'),
      quickNote: (text) => void windowCalls.push(text === undefined ? 'note' : `note ${text}`),
      runAction: (id) => void windowCalls.push(`action ${id}`),
    },
    log: memory,
    profileDir: '/profile',
    version: '0.0.0',
    quit: note('quit'),
  }
  return {
    ...desktop,
    memory,
    shown,
    windowCalls,
    emit,
    refresh,
    change(change: Partial<LiveState>) {
      state = { ...state, ...change }
      emit()
    },
  }
}
