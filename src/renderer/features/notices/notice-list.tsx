import { clsx } from 'clsx'
import type { Notification } from '../../../shared/contract/notifications.ts'
import { Moment } from '../settings/moment.tsx'

/** The latest, newest first; each leads to its place. */
export function NoticeList({
  notifications,
  onShow,
}: {
  notifications: readonly Notification[]
  onShow: (notification: Notification) => void
}) {
  if (notifications.length === 0) {
    return (
      <p className="px-3 py-6 text-center text-sm text-pretty text-ink-muted">
        Nothing yet. Reminders, and the question about time away, are kept here.
      </p>
    )
  }
  return (
    <ul aria-label="Latest notifications" className="min-h-0 overflow-y-auto p-1">
      {notifications.map((notification) => (
        <li key={notification.id}>
          <button
            type="button"
            onClick={() => onShow(notification)}
            className="flex w-full gap-2 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover"
          >
            <span
              aria-hidden="true"
              className={clsx('mt-1.5 size-2 shrink-0 rounded-full', notification.readAtMs === null && 'bg-accent')}
            />
            <span className="min-w-0 grow">
              <span className={clsx('block', notification.readAtMs === null ? 'font-medium' : 'text-ink-muted')}>
                {notification.readAtMs === null && <span className="sr-only">Unread: </span>}
                {notification.title}
              </span>
              {notification.body !== '' && (
                <span className="line-clamp-3 text-sm wrap-anywhere text-ink-muted">{notification.body}</span>
              )}
              <span className="block text-sm text-ink-faint">
                <Moment ms={notification.atMs} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
