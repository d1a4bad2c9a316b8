import type { Place } from '../../shared/contract/notifications.ts'

/** What is shown to the person: plain text, and a place inside Stint for the click. */
export interface Notice {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly place: Place
}

/**
 * Shows a notice outside Stint's pages (the desktop's own notifications). Every notice also reaches open pages by the
 * live state, whatever becomes of it here; a host with no such service does nothing.
 */
export interface Notifier {
  show(notice: Notice): void
  /** It was read or answered elsewhere. */
  withdraw(id: string): void
}
