import { plainLine } from '../../core/domain/notifications/plain-line.ts'

const MAX_TITLE = 120
const MAX_BODY = 400

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * A notice as the system's notification shows it: plain text, whatever was in it. A Linux server that reads markup in the
 * body (never in the title) gets its signs escaped; to others entities would be shown as they are.
 * Source: Desktop Notifications Specification 1.2, "Markup".
 */
export function notificationText(
  { title, body }: { readonly title: string; readonly body: string },
  bodyHasMarkup: boolean,
): { title: string; body: string } {
  const plain = plainLine(body, MAX_BODY)
  return {
    title: plainLine(title, MAX_TITLE),
    body: bodyHasMarkup ? plain.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '') : plain,
  }
}
