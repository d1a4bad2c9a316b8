import { app, type WebContents } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { isAppAddress } from '../protocol/app-address.ts'
import { openLink } from './open-link.ts'

/**
 * Holds every page that is ever made, whoever makes it, to its own files: it goes nowhere else, opens no window and takes
 * in no foreign page.
 */
export function guardContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log))
}

function guard(contents: WebContents, log: Log): void {
  function refuse(event: { preventDefault(): void }, what: string): void {
    event.preventDefault()
    log.warn({ what }, 'A page was kept from leaving')
  }

  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) refuse(event, 'navigation')
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwn(event.url)) refuse(event, 'navigation of a frame')
  })
  contents.on('will-redirect', (event) => refuse(event, 'redirection'))
  contents.on('will-attach-webview', (event) => refuse(event, 'a page within the page'))
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url, log)
    return { action: 'deny' }
  })
}

/** A page may load itself anew. The developer tools are a page as well, where there are any. */
function isOwn(address: string): boolean {
  return isAppAddress(address) || (!app.isPackaged && address.startsWith('devtools://'))
}
