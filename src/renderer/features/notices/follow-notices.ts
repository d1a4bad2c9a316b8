import type { LiveState } from '../../../shared/contract/live.ts'
import type { Notification as StintNotice } from '../../../shared/contract/notifications.ts'
import { useLive } from '../../client/live-store.ts'
import { isToldByDesktop, mayNotify } from '../../client/notice-permission.ts'
import { hideNotice, showNotice } from '../../ui/notice-toast.ts'
import { useBellOpen } from './bell-open.ts'
import { newNotices, noticesAtFirst, type SeenNotices } from './new-notices.ts'
import { claim, isAnyInSight, tellInSight } from './one-tab.ts'

/**
 * Shows each notice that comes while this page is open, once over all tabs: as a message in a page that is in sight;
 * else as the browser's notification, where the person allows that; else as a message as soon as the page is looked at.
 * In the desktop app the main process shows them, and a window adds its message only while it has the focus. What was
 * read elsewhere goes from here too. Answers with what ends it.
 */
export function followNotices(open: (notice: StintNotice) => void): () => void {
  let seen: SeenNotices | null = null
  /** Still to be shown here, once this page is looked at. */
  const waiting = new Map<string, StintNotice>()
  /** Unread ones that came since; `end` when one was read. */
  const unread = new Map<string, { readonly untilRead: Promise<void>; readonly end: () => void }>()
  const shownByBrowser = new Map<string, Notification>()

  function hear(state: LiveState | null): void {
    if (state === null) return
    if (seen === null) {
      seen = noticesAtFirst(state)
      return
    }
    const still = new Set(state.notices.map(({ id }) => id))
    for (const [id, { end }] of unread) if (!still.has(id)) end()
    const { seen: next, fresh } = newNotices(seen, state)
    seen = next
    for (const notice of fresh) {
      unread.set(
        notice.id,
        untilEnd(() => forget(notice.id)),
      )
      void present(notice).catch(reportError)
    }
  }

  async function present(notice: StintNotice): Promise<void> {
    const { id } = notice
    const untilRead = unread.get(id)?.untilRead
    if (untilRead === undefined) return
    if (isLookedAt()) {
      waiting.delete(id)
      // The question stands in the page itself, and the open list at the bell shows everything.
      if (notice.kind === 'absence' || useBellOpen.getState().isOpen) return
      if (await claim(id, untilRead)) {
        showNotice(id, notice.title, { body: notice.body, show: () => open(notice) })
      }
      return
    }
    if (window.stintHost !== undefined) return
    waiting.set(id, notice)
    if (isToldByDesktop() || !mayNotify() || (await isAnyInSight())) return
    if (await claim(id, untilRead)) {
      waiting.delete(id)
      showByBrowser(notice)
    }
  }

  function showByBrowser(notice: StintNotice): void {
    const { id, title, body } = notice
    // A browser that shows the same tag twice shows it once.
    const shown = new Notification(title, { body, tag: id })
    shownByBrowser.set(id, shown)
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
      open(notice)
    })
  }

  function forget(id: string): void {
    unread.delete(id)
    waiting.delete(id)
    hideNotice(id)
    shownByBrowser.get(id)?.close()
    shownByBrowser.delete(id)
  }

  function look(): void {
    if (isLookedAt()) for (const notice of [...waiting.values()]) void present(notice).catch(reportError)
  }

  const untellInSight = tellInSight()
  document.addEventListener('visibilitychange', look)
  const leave = useLive.subscribe(({ state }) => hear(state))
  hear(useLive.getState().state)
  return () => {
    leave()
    document.removeEventListener('visibilitychange', look)
    untellInSight()
    for (const { end } of [...unread.values()]) end()
  }
}

/** A window of the desktop that is only in sight has the desktop's own notification in front of it. */
function isLookedAt(): boolean {
  if (document.visibilityState !== 'visible') return false
  return window.stintHost === undefined || document.hasFocus()
}

function untilEnd(cleanUp: () => void): { untilRead: Promise<void>; end: () => void } {
  let settle = () => {}
  const untilRead = new Promise<void>((resolve) => {
    settle = resolve
  })
  return {
    untilRead,
    end() {
      settle()
      cleanUp()
    },
  }
}
