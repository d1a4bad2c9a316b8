import { plainLine } from '../../core/domain/notifications/plain-line.ts'
import type { LiveState } from '../../shared/contract/live.ts'
import { formatDurationTable } from '../../shared/format/format-duration.ts'
import { dayBounds, dayOf } from '../../shared/zone/day-bounds.ts'
import { menuLabel } from './menu-label.ts'
import type { RecentWork } from './recent-work.ts'

/** What a click on an item of the tray's menu does. */
export type TrayAct =
  | { readonly kind: 'start' | 'stop' | 'answer' | 'today' | 'open' | 'mini' | 'quit' }
  | { readonly kind: 'continue'; readonly entryId: string }

export type TrayItem =
  | { readonly kind: 'separator' }
  /** Says something and cannot be clicked. */
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'act'; readonly label: string; readonly act: TrayAct }

/** All that the tray shows. Plain data: two that are deeply equal look the same. */
export interface TrayModel {
  readonly icon: 'running' | 'idle'
  /** Beside the icon; only macOS has a place for it, '' elsewhere. */
  readonly title: string
  readonly tooltip: string
  readonly items: readonly TrayItem[]
}

export interface TrayInput {
  readonly state: LiveState
  readonly nowMs: number
  readonly recent: readonly RecentWork[]
  /** null: nothing in this profile has reviews. */
  readonly waitingReviews: number | null
  readonly platform: 'linux' | 'darwin' | 'win32'
}

/** Windows shows 127 characters. */
const MAX_TOOLTIP_NOTE = 60
const SEPARATOR: TrayItem = { kind: 'separator' }

/** What the tray shows at `nowMs`. Times are cut to whole minutes, so that it changes once a minute at most. */
export function trayModel({ state, nowMs, recent, waitingReviews, platform }: TrayInput): TrayModel {
  const { running, absence } = state
  const startedAtMs = running?.time.kind === 'clock' ? running.time.startedAtMs : nowMs
  const elapsedMs = Math.max(0, nowMs - startedAtMs)
  const elapsed = formatDurationTable(elapsedMs)
  const today = formatDurationTable(todayMs(state, nowMs))
  const note = running === null || running.note.trim() === '' ? 'no note' : running.note

  const items: TrayItem[] = [
    ...(running === null
      ? [item('Start the timer', { kind: 'start' })]
      : [text(`${menuLabel(note)}  ${elapsed}`), item('Stop the timer', { kind: 'stop' })]),
    ...(absence === null ? [] : [item('You were away: keep the time?', { kind: 'answer' })]),
    ...(recent.length === 0 ? [] : [SEPARATOR, text('Continue'), ...recent.map(continueItem)]),
    SEPARATOR,
    item(`Today  ${today}`, { kind: 'today' }),
    ...(waitingReviews === null ? [] : [text(`Reviews waiting  ${waitingReviews}`)]),
    SEPARATOR,
    item('Open Stint', { kind: 'open' }),
    item('Mini window', { kind: 'mini' }),
    SEPARATOR,
    item('Quit Stint', { kind: 'quit' }),
  ]
  return {
    icon: running === null ? 'idle' : 'running',
    title: platform === 'darwin' && running !== null ? elapsed : '',
    tooltip: running === null ? `Stint · today ${today}` : `${elapsed} · ${plainLine(note, MAX_TOOLTIP_NOTE)}`,
    items,
  }
}

/**
 * Finished time of today and what the running entry adds of it. Past midnight the state still speaks of the day before
 * until something changes; nothing can have finished on the new day yet.
 */
function todayMs({ running, todayClosedMs, today, zone }: LiveState, nowMs: number): number {
  const day = dayOf(nowMs, zone)
  const closedMs = day === today ? todayClosedMs : 0
  if (running?.time.kind !== 'clock') return closedMs
  return closedMs + Math.max(0, nowMs - Math.max(running.time.startedAtMs, dayBounds(day, zone).startMs))
}

function continueItem({ entryId, note, project }: RecentWork): TrayItem {
  const label = note === '' ? (project ?? '') : project === null ? note : `${note} · ${project}`
  return item(menuLabel(label), { kind: 'continue', entryId })
}

function text(label: string): TrayItem {
  return { kind: 'text', label }
}

function item(label: string, act: TrayAct): TrayItem {
  return { kind: 'act', label, act }
}
