import { setTimeout as wait } from 'node:timers/promises'
import type { HostFile } from '../../platform/transport/host-file.ts'
import { probeHost } from '../../platform/transport/probe-host.ts'
import type { OpenedHost } from '../../server/local/open-host.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliError } from '../cli-error.ts'

/** Either a host runs already and has proved who it is, or this process owns the profile now. */
export type Reached =
  | { readonly state: 'served'; readonly host: HostFile }
  | { readonly state: 'owned'; readonly opened: OpenedHost }

/** Another command that holds the profile is done in a moment; longer than this is no command. */
const WAIT_FOR_OTHER_MS = 5000
const RETRY_MS = 60

/**
 * Finds the host that owns the profile, else opens the profile here. Commands that run at the same time take turns: while
 * one has the profile open, the others wait for it.
 */
export async function reachProfile(profileDir: string, kind: 'cli' | 'headless'): Promise<Result<Reached, CliError>> {
  const untilMs = performance.now() + WAIT_FOR_OTHER_MS
  for (;;) {
    const probe = await probeHost(profileDir)
    if (probe.state === 'alive') return ok({ state: 'served', host: probe.file })
    const { openOwn } = await import('./open-own.ts')
    const opened = await openOwn(profileDir, kind)
    if (opened.ok) return ok({ state: 'owned', opened: opened.value })
    if (opened.error.code !== 'profile-in-use' || performance.now() > untilMs) return err(opened.error)
    await wait(RETRY_MS)
  }
}
