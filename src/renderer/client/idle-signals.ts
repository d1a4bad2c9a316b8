import type { PresenceReport } from '../../shared/contract/absence.ts'
import { MAX_IDLE_MS } from '../../shared/limits.ts'
import type { Connection } from './connect.ts'
import './idle-detector.ts'
import { useIdlePermissionState, watchIdlePermission } from './idle-permission.ts'
import { IDLE_THRESHOLD_MS, idleReports, PRESENT } from './idle-reports.ts'
import { hostNowMs, useLive } from './live-store.ts'
import { runCommand } from './run-command.ts'

/** Of all tabs only the one that holds this lock reports. */
const LOCK = 'stint.idle-signals'
/** While nobody is there: often enough for the host to know how long. */
const REPEAT_MS = 60_000

/**
 * In a browser without the desktop around it: tells the host when the person is idle or the screen locked, where the
 * browser can and the person has allowed it (Settings). That this page is hidden says nothing and is never reported:
 * people work in other programs.
 */
export function startIdleSignals(connection: Connection): void {
  let watching: AbortController | null = null
  let isLeft = false

  function decide(): void {
    const isAllowed = useIdlePermissionState.getState().permission === 'granted'
    const isWanted = useLive.getState().state?.settings.idleDetection === true
    if (isAllowed && isWanted && !isLeft) {
      if (watching !== null) return
      watching = new AbortController()
      void watchInOneTab(connection, watching.signal)
    } else {
      watching?.abort()
      watching = null
    }
  }

  window.addEventListener('pagehide', () => {
    isLeft = true
    decide()
  })
  // A page that the browser kept and brings back.
  window.addEventListener('pageshow', () => {
    isLeft = false
    decide()
  })
  useIdlePermissionState.subscribe(decide)
  useLive.subscribe(decide)
  void watchIdlePermission()
}

/** Until `signal`, once no other tab does. */
async function watchInOneTab(connection: Connection, signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request(LOCK, { signal }, () => watch(connection, signal))
  } catch (error) {
    // Aborted while waiting, or the permission was taken back just now: the permission's own event says that too.
    if (!(error instanceof DOMException && ['AbortError', 'NotAllowedError'].includes(error.name))) throw error
  }
}

async function watch(connection: Connection, signal: AbortSignal): Promise<void> {
  if (window.IdleDetector === undefined) return
  const detector = new window.IdleDetector()
  let presence = PRESENT
  let idleSinceMs = 0
  let told = Promise.resolve()
  /** In order. The answer is not needed: a question comes by the live stream. */
  const tell = (report: PresenceReport) => {
    told = told
      .then(async () => {
        await runCommand(connection, (client, commandKey) => client.absence.report({ commandKey, report }))
      })
      .catch((error: unknown) => reportError(error))
  }

  detector.addEventListener('change', () => {
    const now = { isIdle: detector.userState === 'idle', isLocked: detector.screenState === 'locked' }
    if (now.isIdle && !presence.isIdle) idleSinceMs = hostNowMs() - IDLE_THRESHOLD_MS
    for (const report of idleReports(presence, now, idleSoFarMs(idleSinceMs))) tell(report)
    presence = now
  })
  const repeat = setInterval(() => {
    const isRunning = useLive.getState().state?.running != null
    if (presence.isIdle && isRunning) tell({ kind: 'idle', idleMs: idleSoFarMs(idleSinceMs) })
  }, REPEAT_MS)
  try {
    await detector.start({ threshold: IDLE_THRESHOLD_MS, signal })
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  } finally {
    clearInterval(repeat)
  }
}

/** As the contract takes it: whole, and not too long. */
function idleSoFarMs(sinceMs: number): number {
  return Math.min(MAX_IDLE_MS, Math.max(IDLE_THRESHOLD_MS, Math.round(hostNowMs() - sinceMs)))
}
