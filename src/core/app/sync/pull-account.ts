import { err, ok, type Result } from '../../../shared/result.ts'
import type { Day } from '../../../shared/zone/day.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { dayBounds, dayOf } from '../../../shared/zone/day-bounds.ts'
import type { ProviderError } from '../../ports/provider-error.ts'
import type { LinkWindow } from '../../ports/sync-store.ts'
import type { PullPage, RemoteRecord } from '../../ports/time-provider.ts'
import type { CoreContext } from '../core-context.ts'
import type { Held } from './held-entries.ts'
import { mergePage } from './merge-page.ts'
import type { OpenAccount } from './open-account.ts'

/** How much is asked for at once when there is no cursor. */
const WINDOW_DAYS = 30
/** Providers that tell no changes are asked for these last days, over and over. */
const LOOK_BACK_DAYS = 30
/** Missing records are asked for one by one before anything is removed here; what is beyond waits for the next pull. */
const MAX_CONFIRMED = 50

export interface Pulled {
  /** Entries that changed here. */
  readonly changed: number
}

/**
 * Fetches what has changed at the provider and brings it together with what is here. Records of entries that are being
 * sent meanwhile are left alone, and the cursor with them, so that the next pull shows them again.
 */
export async function pullAccount(
  context: CoreContext,
  open: OpenAccount,
  held: Held,
): Promise<Result<Pulled, ProviderError>> {
  const { clock, syncStore } = context.ports
  const { account, provider, zone } = open
  const before = syncStore.progress(account.id)
  const startedAtMs = clock.nowMs()
  const today = dayOf(startedAtMs, zone)
  const isFirst = before.pulledAtMs === null || before.lookFromDay !== null
  const byCursor = provider.capabilities.pull === 'changes' && !isFirst && before.pullCursor !== null
  const fromDay = isFirst
    ? earliest(before.lookFromDay ?? account.fromDay, account.fromDay)
    : addDays(today, -LOOK_BACK_DAYS)

  let changed = 0
  let isComplete = true
  let cursor = before.pullCursor
  const windows = byCursor
    ? [{ fromDay: addDays(today, -LOOK_BACK_DAYS), toDay: addDays(today, 1) }]
    : windowsOf(fromDay, addDays(today, 1))
  for (const [index, window] of windows.entries()) {
    const fetched = await fetchWindow(
      open,
      window,
      byCursor ? before.pullCursor : null,
      async (page, seen) => {
        const merged = await mergePage(context, open, held, page.records)
        changed += merged.changed
        isComplete &&= merged.isComplete
        for (const { remoteId } of page.records) seen.add(remoteId)
      },
      held,
    )
    if (!fetched.ok) return fetched
    // What changes while later windows are read is found again from the first one's mark on.
    if (byCursor || index === 0) cursor = fetched.value.cursor
    const gone = await missing(open, context, fetched.value)
    if (!gone.ok) return gone
    const merged = await mergePage(context, open, held, gone.value)
    changed += merged.changed
    isComplete &&= merged.isComplete
  }
  syncStore.saveProgress(account.id, {
    pulledAtMs: startedAtMs,
    ...(isComplete ? { pullCursor: cursor, lookFromDay: null } : {}),
  })
  return ok({ changed })
}

interface Window {
  readonly fromDay: Day
  readonly toDay: Day
}

interface Fetched {
  readonly cursor: string | null
  readonly seen: ReadonlySet<string>
  readonly complete: Window | null
}

async function fetchWindow(
  { provider }: OpenAccount,
  window: Window,
  from: string | null,
  take: (page: PullPage, seen: Set<string>) => Promise<void>,
  held: Held,
): Promise<Result<Fetched, ProviderError>> {
  const seen = new Set<string>()
  let cursor = from
  for (;;) {
    held.begin()
    const page = await provider.pull({ ...window, cursor })
    if (!page.ok) return page
    await take(page.value, seen)
    // A provider that names no place to go on from would give the same page for ever.
    const goesOn = page.value.more && page.value.nextCursor !== null && page.value.nextCursor !== cursor
    if (page.value.nextCursor !== null) cursor = page.value.nextCursor
    if (!goesOn) return ok({ cursor, seen, complete: page.value.more ? null : page.value.complete })
  }
}

/** Records we know of in days that were read whole, and that were not among them: gone, once asked for by themselves. */
async function missing(
  { account, provider, zone }: OpenAccount,
  { ports: { syncStore } }: CoreContext,
  { complete, seen }: Fetched,
): Promise<Result<RemoteRecord[], ProviderError>> {
  if (complete === null || account.direction === 'push') return ok([])
  const gone: RemoteRecord[] = []
  const unseen = syncStore
    .linksBetween(account.id, instantsOf(complete, zone))
    .filter(({ remoteId, part }) => !seen.has(remoteId) && !part.startsWith('~'))
  for (const { remoteId, seen: fields, version } of unseen.slice(0, MAX_CONFIRMED)) {
    const answer = await provider.get(remoteId)
    if (!answer.ok) return err(answer.error)
    // Still there means moved to another day, or not shown in lists: as it is there now.
    gone.push(answer.value ?? { remoteId, key: null, fields, version, changedAtMs: null, locked: null, deleted: true })
  }
  return ok(gone)
}

function windowsOf(fromDay: Day, toDay: Day): Window[] {
  const windows: Window[] = []
  for (let from = fromDay; from <= toDay; from = addDays(from, WINDOW_DAYS)) {
    const to = addDays(from, WINDOW_DAYS - 1)
    windows.push({ fromDay: from, toDay: to < toDay ? to : toDay })
  }
  return windows
}

export function instantsOf({ fromDay, toDay }: Window, zone: string): LinkWindow {
  return { fromDay, toDay, fromMs: dayBounds(fromDay, zone).startMs, untilMs: dayBounds(toDay, zone).endMs }
}

function earliest(a: Day, b: Day): Day {
  return a < b ? a : b
}
