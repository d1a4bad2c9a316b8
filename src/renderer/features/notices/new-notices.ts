import type { LiveState } from '../../../shared/contract/live.ts'
import type { Notification } from '../../../shared/contract/notifications.ts'

/** What a page has seen of the notices: those that were there when it was opened, and each one since. */
export interface SeenNotices {
  /** The host's clock when the page was opened. */
  readonly sinceMs: number
  readonly ids: ReadonlySet<string>
}

type Heard = Pick<LiveState, 'notices' | 'nowMs'>

/** What is there when the page is opened was told to somebody else, or waits at the bell. */
export function noticesAtFirst({ notices, nowMs }: Heard): SeenNotices {
  return { sinceMs: nowMs, ids: new Set(notices.map(({ id }) => id)) }
}

/**
 * Those that came since, oldest first, without the quiet ones. Ones from before the page was opened can turn up late,
 * unread again (a backup was restored): nobody is told of them.
 */
export function newNotices(
  seen: SeenNotices,
  { notices }: Pick<Heard, 'notices'>,
): { readonly seen: SeenNotices; readonly fresh: readonly Notification[] } {
  const fresh = notices.filter(({ id, atMs, quiet }) => !quiet && atMs >= seen.sinceMs && !seen.ids.has(id)).reverse()
  return { seen: { ...seen, ids: new Set([...seen.ids, ...notices.map(({ id }) => id)]) }, fresh }
}
