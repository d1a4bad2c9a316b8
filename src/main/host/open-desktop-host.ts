import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../core/ports/log.ts'
import { connectInMemory } from '../../platform/transport/in-memory-client.ts'
import { type ServedPort, type ServerPort, serveMessagePort } from '../../platform/transport/message-port.ts'
import { probeHost } from '../../platform/transport/probe-host.ts'
import { requestCode } from '../../platform/transport/request-code.ts'
import { createRpcHandler } from '../../platform/transport/rpc-handler.ts'
import { migrationsDir, pageDir } from '../../server/local/built-files.ts'
import { type OpenedHost, type OpenHostOptions, openHost } from '../../server/local/open-host.ts'
import { type RunningServer, startServer } from '../../server/local/serve.ts'
import type { StintClient } from '../../shared/contract/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { openingTrouble, ownedElsewhere, type Trouble } from './opening-trouble.ts'

/** A command, or a Stint that is just ending with a backup of a large profile, is done by then. */
const WAIT_FOR_OTHER_MS = 15_000
const RETRY_MS = 150
/** Short, because it blocks this process. */
const BUSY_TIMEOUT_MS = 250

/**
 * The host as the rest of the desktop sees it: the contract and nothing behind it. So it could run in a process of its
 * own (docs/adr/0010 says why it does not).
 */
export interface DesktopHost {
  /** What it does is noted as done by 'desktop'. */
  readonly client: StintClient
  /** Serves the contract on a window's end of a channel. */
  servePort(port: ServerPort): ServedPort
  readonly log: Log
  /** Stops answering at once, lets running calls end, makes the backup that is due, closes the profile. */
  close(): Promise<void>
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
  if (started.ok) return ok(asDesktopHost(opened.value, started.value))
  await opened.value.dispose()
  return err({ title: 'Stint cannot start', text: started.error.message })
}

function asDesktopHost({ core, log }: OpenedHost, server: RunningServer): DesktopHost {
  const handler = createRpcHandler(core.router, log, randomUUID)
  return {
    client: connectInMemory(core.router, 'desktop'),
    servePort: (port) => serveMessagePort(handler, port, { actor: 'ui', log }),
    log,
    close: () => server.close(),
  }
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
