import type { Notification } from '../../shared/contract/notifications.ts'
import { isoInstant } from './entry-json.ts'

/**
 * A notification as `--json` shows it: product.md §10, with title, body and read beside it. What only a notification
 * about a pull request has (account, repo, number, actor, url) is null for Stint's own.
 */
export function notificationJson(notification: Notification) {
  const { id, kind, title, body, atMs, readAtMs } = notification
  return {
    id,
    kind,
    account: null,
    repo: null,
    number: null,
    actor: null,
    text: notificationText(notification),
    url: null,
    at: isoInstant(atMs),
    title,
    body,
    read: readAtMs !== null,
  }
}

/** All of it on one line. */
export function notificationText({ title, body }: Pick<Notification, 'title' | 'body'>): string {
  return body === '' ? title : `${title} · ${body}`
}
