import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { toElectron } from '../browser/addresses.ts'
import { chromium } from '../browser/chromium.ts'
import type { Answer, Paused } from '../browser/window-target.ts'
import { loud } from '../loud.ts'
import { askHandler } from './protocol.ts'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0]
type BeforeListener = Exclude<BeforeRequest, null | Electron.WebRequestFilter>

let onRequest: RequestHandler = null
let onCheck: CheckHandler = null
let onBefore: BeforeListener | null = null
let devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null
const requests: { readonly url: string; readonly type: string; readonly fate: 'served' | 'cancelled' | 'leaked' }[] = []
const spelling = { enabled: true }

const webRequest = {
  // biome-ignore lint/suspicious/noExplicitAny: Electron overloads it with and without a filter; the second is not here.
  onBeforeRequest(listener: any) {
    if (listener !== null && typeof listener !== 'function') throw new Error('Filters are not in the test host')
    onBefore = listener
  },
} satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>

class HostSession
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setUSBProtectedClassesHandler'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
    >
{
  readonly webRequest = loud('session.webRequest', webRequest)

  setPermissionRequestHandler(handler: RequestHandler): void {
    onRequest = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    onCheck = handler
  }
  setDevicePermissionHandler(handler: typeof devicePermission): void {
    devicePermission = handler
  }
  setUSBProtectedClassesHandler(): void {
    // Pages of the test host see no USB devices whatever is said here.
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    spelling.enabled = isEnabled
  }
  isSpellCheckerEnabled(): boolean {
    return spelling.enabled
  }
}

const defaultSession = loud('session.defaultSession', new HostSession())
export const session = { defaultSession }

/** Chromium's names for what Electron's handlers are asked about. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'audioCapture'],
  ['media', 'videoCapture'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboardReadWrite'],
  ['clipboard-sanitized-write', 'clipboardSanitizedWrite'],
  ['idle-detection', 'idleDetection'],
  ['display-capture', 'displayCapture'],
  ['storage-access', 'storageAccess'],
] as const

/**
 * Electron asks main whenever a page wants something; Chromium wants to know before. So main's handlers are asked for
 * everything when a page is loaded, and the page is granted or refused what they said. No handler: granted, as in Electron.
 */
export async function applyPermissions(contents: unknown, url: string, shownUrl: string): Promise<void> {
  const { cdp } = await chromium()
  const origin = new URL(shownUrl).origin
  for (const [permission, name] of PERMISSIONS) {
    const granted = await isGranted(contents, permission, url)
    const setting = granted ? 'granted' : 'denied'
    await cdp.browser.send('Browser.setPermission', { permission: { name: kebab(name) }, setting, origin })
  }
}

/** What main answers to a page that asks; the same question decides what Chromium grants. */
export async function isGranted(contents: unknown, permission: string, url: string): Promise<boolean> {
  const origin = url.replace(/^([a-z]+:\/\/[^/]+).*$/, '$1')
  // The handlers take Electron's own types, of which these are the parts that exist here.
  const check = onCheck as ((contents: unknown, permission: string, origin: string, details: object) => boolean) | null
  const ask = onRequest as
    | ((contents: unknown, permission: string, answer: (is: boolean) => void, details: object) => void)
    | null
  const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin }
  if (check !== null && !check(contents, permission, origin, details)) return false
  if (ask === null) return true
  return await new Promise<boolean>((resolve) => ask(contents, permission, resolve, details))
}

function kebab(name: string): string {
  return (
    {
      audioCapture: 'microphone',
      videoCapture: 'camera',
      clipboardReadWrite: 'clipboard-read',
      clipboardSanitizedWrite: 'clipboard-write',
      idleDetection: 'idle-detection',
      displayCapture: 'display-capture',
      storageAccess: 'storage-access',
    }[name] ?? name
  )
}

/** A page's request: first past `onBeforeRequest`, then to the handler of its scheme. Nothing goes to a network. */
export async function answerRequest(paused: Paused): Promise<Answer> {
  const url = toElectron(paused.url)
  const note = (fate: 'served' | 'cancelled' | 'leaked') => requests.push({ url, type: paused.type, fate })
  if (await isCancelled(paused, url)) {
    note('cancelled')
    return { failed: 'BlockedByClient' }
  }
  const { method, headers, body } = paused
  const response = await askHandler(url, { method, headers, ...(body === undefined ? {} : { body }) })
  if (response === undefined) {
    note('leaked')
    return { failed: 'InternetDisconnected' }
  }
  note('served')
  return { status: response.status, headers: [...response.headers], body: Buffer.from(await response.arrayBuffer()) }
}

async function isCancelled(paused: Paused, url: string): Promise<boolean> {
  const listener = onBefore
  if (listener === null) return false
  const resourceType = paused.isMainFrame && paused.type === 'Document' ? 'mainFrame' : paused.type.toLowerCase()
  const details = { url, method: paused.method, resourceType }
  const answer = await new Promise<Electron.CallbackResponse>((resolve) =>
    // A part of the details is all that there is here.
    listener(details as Electron.OnBeforeRequestListenerDetails, resolve),
  )
  if (answer.redirectURL !== undefined) throw new Error('Redirections of requests are not in the test host')
  return answer.cancel === true
}

export const sessionControls = {
  /** Every request of every page, and what became of it. 'leaked': it would have gone to a network. */
  requests: () => requests,
  devices: () => ({ allowed: devicePermission === null || devicePermission({ deviceType: 'usb' } as never) }),
  spellChecker: () => spelling.enabled,
}
