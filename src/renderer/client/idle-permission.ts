import { create } from 'zustand'
import './idle-detector.ts'

/** `unsupported`: this browser cannot tell (only Chromium and its kin can), or the desktop app tells already. */
export type IdlePermission = 'unsupported' | 'prompt' | 'granted' | 'denied'

/** Whether this browser may tell Stint when nobody is there. */
export const useIdlePermissionState = create<{ readonly permission: IdlePermission }>(() => ({
  permission: 'unsupported',
}))

/** Follows what the person has allowed, here and in the browser's own settings. Once, when the page begins. */
export async function watchIdlePermission(): Promise<void> {
  // The desktop knows better than a page in it ever can.
  if (window.stintHost !== undefined || window.IdleDetector === undefined) return
  // The name stands in the API's own specification, which TypeScript's list of names does not follow.
  const status = await navigator.permissions.query({ name: 'idle-detection' as PermissionName })
  const tell = () => useIdlePermissionState.setState({ permission: status.state })
  status.addEventListener('change', tell)
  tell()
}

/**
 * For the settings page: whether this browser tells, and what asks the person for it. `ask` must be called while a
 * click is being handled: a browser asks nobody out of the blue.
 */
export function useIdlePermission(): { readonly permission: IdlePermission; readonly ask: () => void } {
  const { permission } = useIdlePermissionState()
  return {
    permission,
    ask() {
      void window.IdleDetector?.requestPermission().then((answer) => {
        useIdlePermissionState.setState({ permission: answer })
      })
    },
  }
}
