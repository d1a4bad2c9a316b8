import type { EntityKind } from '../../../shared/contract/entities.ts'
import type { Dispose } from '../../ports/scheduler.ts'
import type { CoreContext } from '../core-context.ts'
import type { AccountRunner } from './account-runner.ts'

/** Changes that come together are sent together; a timer that starts or stops is there within two seconds. */
const URGENT_COLLECT_MS = 200
const COLLECT_MS = 2_000
const FIRST_LOOK_MS = 3_000
/** How often changes there are asked for. */
const PULL_EVERY_MS = 5 * 60_000
const PULL_SPREAD_MS = 30_000
/** Sleep, a network that is back and a clock that was set are noticed this late at most. */
const MAX_SLEEP_MS = 60_000
const SLICE_MS = 20_000

const MATTERING: ReadonlySet<EntityKind> = new Set(['entry', 'account', 'project', 'activity', 'tag', 'workItem'])

interface Parts {
  runner(accountId: string): AccountRunner
  jitterMs(spreadMs: number): number
}

interface Watching {
  wake(): void
  stop(): void
}

/** Keeps every account up to date for as long as a host lives. Nothing here can end the host: passes never throw. */
export function watchSync(context: CoreContext, { runner, jitterMs }: Parts): Watching {
  const { clock, scheduler, store } = context.ports
  const pullAtMs = new Map<string, number>()
  const underWay = new Set<string>()
  let cancelUrgent: Dispose | undefined
  let cancelNext: Dispose = () => undefined
  let wakeAtMs = Number.POSITIVE_INFINITY
  let isOver = false

  const activeIds = () =>
    store.read((reader) => reader.all('account')).flatMap(({ id, state }) => (state === 'active' ? [id] : []))

  function wakeIn(delayMs: number): void {
    const atMs = clock.nowMs() + delayMs
    // A clock that was set back must not put the next look off for long.
    if (isOver || (atMs >= wakeAtMs && wakeAtMs - clock.nowMs() <= MAX_SLEEP_MS)) return
    cancelNext()
    wakeAtMs = atMs
    cancelNext = scheduler.after(delayMs, look)
  }

  function look(): void {
    wakeAtMs = Number.POSITIVE_INFINITY
    const ids = activeIds()
    for (const id of ids) if (!underWay.has(id)) void visit(id)
    // Without an account nothing wakes anybody: the commit that makes one does.
    if (ids.length > 0) wakeIn(MAX_SLEEP_MS)
  }

  async function visit(id: string): Promise<void> {
    const nowMs = clock.nowMs()
    const pull = nowMs >= (pullAtMs.get(id) ?? 0)
    const dueAtMs = runner(id).nextAtMs()
    if (!pull && (dueAtMs === null || dueAtMs > nowMs)) {
      if (dueAtMs !== null) wakeIn(dueAtMs - nowMs)
      return
    }
    if (pull) pullAtMs.set(id, nowMs + PULL_EVERY_MS - PULL_SPREAD_MS / 2 + jitterMs(PULL_SPREAD_MS))
    underWay.add(id)
    const { more } = await runner(id).pass({ pull, untilMs: clock.monotonicMs() + SLICE_MS })
    underWay.delete(id)
    if (isOver) return
    const nextAtMs = runner(id).nextAtMs()
    if (more) wakeIn(0)
    else if (nextAtMs !== null) wakeIn(Math.max(COLLECT_MS, nextAtMs - clock.nowMs()))
  }

  function urgentSoon(): void {
    cancelUrgent ??= scheduler.after(URGENT_COLLECT_MS, () => {
      cancelUrgent = undefined
      for (const id of activeIds()) void runner(id).pushUrgent()
    })
  }

  const leave = context.commits.listen((notice) => {
    // A restore: what was sent since that backup is not known here, so every account looks before it sends.
    const ids = activeIds()
    if (notice === null) {
      pullAtMs.clear()
      for (const id of ids) runner(id).reset()
    } else if (!notice.kinds.some((kind) => MATTERING.has(kind))) return
    if (ids.length === 0) return
    if (notice?.kinds.includes('entry') === true) urgentSoon()
    wakeIn(COLLECT_MS)
  })
  if (activeIds().length > 0) wakeIn(FIRST_LOOK_MS)
  return {
    wake: () => wakeIn(0),
    stop() {
      isOver = true
      leave()
      cancelNext()
      cancelUrgent?.()
    },
  }
}
