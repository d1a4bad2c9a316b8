import { randomUUID } from 'node:crypto'
import type { Notice } from '../../core/ports/notifier.ts'
import type { Desktop } from '../desktop.ts'

/** Leads to what a clicked notification is about, and notes that it was read. */
export function openNotice({ client, log, windows }: Desktop, { id, place }: Notice): void {
  windows.show(place)
  client.notifications
    .read({ commandKey: randomUUID(), ids: [id] })
    .catch((err: unknown) => log.warn({ err }, 'A clicked notification could not be noted as read'))
}
