import { protocol } from 'electron'
import { type StaticFiles, staticFiles } from '../../server/local/static-files.ts'
import { answerAppRequest } from './answer-app-request.ts'
import { APP_SCHEME } from './app-address.ts'

/**
 * Before Electron is ready: pages under `app:` get an origin of their own that counts as secure, with storage, as a page
 * on https has. Not asked for: fetch, service workers, and every way around the policy.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves the built page, and nothing else, to the windows. */
export function serveAppScheme(pageDir: string): void {
  const files: StaticFiles = staticFiles(pageDir)
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, files))
}
