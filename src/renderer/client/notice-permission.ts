import { create } from 'zustand'
import { useLive } from './live-store.ts'

/** `unsupported`: this browser cannot show notifications. */
type NoticePermission = 'unsupported' | 'default' | 'granted' | 'denied'

const useNoticePermissionState = create<{ readonly permission: NoticePermission }>(() => ({
  permission: currentPermission(),
}))

function currentPermission(): NoticePermission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission
}

/** Whether this page may show notices outside of itself; asked anew, for it can be changed in the browser's settings. */
export function mayNotify(): boolean {
  return !isToldByDesktop() && currentPermission() === 'granted'
}

/** The desktop app shows them itself; a browser beside it would say everything twice. */
export function isToldByDesktop(): boolean {
  return window.stintHost !== undefined || useLive.getState().state?.host.kind === 'desktop'
}

/**
 * For the settings page: whether this browser may show notifications, and what asks the person for it. `ask` must be
 * called while a click is being handled.
 */
export function useNoticePermission(): { readonly permission: NoticePermission; readonly ask: () => void } {
  const { permission } = useNoticePermissionState()
  return {
    permission,
    ask() {
      void Notification.requestPermission().then((answer) => useNoticePermissionState.setState({ permission: answer }))
    },
  }
}
