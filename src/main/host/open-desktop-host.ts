import { setTimeout as wait } from 'node:timers/promises'
import { probeHost } from '../../platform/transport/probe-host.ts'
import { requestCode } from '../../platform/transport/request-code.ts'
import { migrationsDir, pageDir } from '../../server/local/built-files.ts'
import { type OpenedHost, type OpenHostOptions, openHost } from '../../server/local/open-host.ts'
import { type RunningServer, startServer } from '../../server/local/serve.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { openingTrouble, ownedElsewhere, type Trouble } from './opening-trouble.ts'

/** A command, or a Stint that is just ending with a backup of a large profile, is done by then. */
const WAIT_FOR_OTHER_MS = 15_000
const RETRY_MS = 150
/** Short, because it blocks this process. */
const BUSY_TIMEOUT_MS = 250

export interface DesktopHost {
  readonly opened: OpenedHost
  readonly server: RunningServer
}

/**
 * Opens the profile in this process and serves it on loopback, so that the command line and a browser find the desktop
 * as they would find a headless host.
 */
export async function openDesktopHost(
  options: Pick<OpenHostOptions, 'profileDir' | 'version' | 'power' | 'notifier' | 'shell'>,
): Promise<Result<DesktopHost, Trouble>> {
  const opened = await openWhenFree({
    ...options,
    kind: 'desktop',
    migrationsDir: migrationsDir(),
    busyTimeoutMs: BUSY_TIMEOUT_MS,
  })
  if (!opened.ok) return opened
  const staticDir = pageDir()
  const started = await startServer({
    opened: opened.value,
    host: 'localhost',
    port: 0,
    anyPortIfTaken: true,
    staticDir,
  })
  if (started.ok) return ok({ opened: opened.value, server: started.value })
  await opened.value.dispose()
  return err({ title: 'Stint cannot start', text: started.error.message })
}

/** Takes turns with commands, and waits for a Stint that is ending; another host that lives is named at once. */
async function openWhenFree(options: OpenHostOptions): Promise<Result<OpenedHost, Trouble>> {
  const untilMs = performance.now() + WAIT_FOR_OTHER_MS
  for (;;) {
    const opened = await openHost(options)
    if (opened.ok) return opened
    if (opened.error.code !== 'in-use') return err(openingTrouble(opened.error))
    const probe = await probeHost(options.profileDir)
    if (probe.state === 'alive') {
      const page = await requestCode(probe.file).catch(() => undefined)
      return err(ownedElsewhere(probe.file, page))
    }
    if (performance.now() > untilMs) return err(openingTrouble(opened.error))
    await wait(RETRY_MS)
  }
}
