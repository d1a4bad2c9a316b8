import { app, type Session } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { isAppAddress } from '../protocol/app-address.ts'

/** The one thing a page may do beyond showing itself: put text on the clipboard after a click. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** No permissions, no devices, no requests to anywhere: what pages need, they get through their port. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const granted = GRANTED.has(permission) && isAppAddress(contents.getURL())
    if (!granted) log.warn({ permission }, 'A permission was refused')
    answer(granted)
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => GRANTED.has(permission) && isAppAddress(origin))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isAllowed(url)
    if (cancel) log.warn({ scheme: url.slice(0, url.indexOf(':')) }, 'A request was cancelled')
    answer({ cancel })
  })
  session.on('will-download', (event, item) => {
    // A page saves what it made itself (an export); the system's own dialog asks where.
    if (item.getURL().startsWith('blob:app://main/')) return
    event.preventDefault()
    log.warn({}, 'A download was refused')
  })
}

/** `data:` and `blob:` are parts of the page itself; what of them may be shown is said by its policy. */
function isAllowed(url: string): boolean {
  return (
    isAppAddress(url) ||
    /^data:image\//.test(url) ||
    url.startsWith('blob:app://main/') ||
    (!app.isPackaged && url.startsWith('devtools://'))
  )
}
