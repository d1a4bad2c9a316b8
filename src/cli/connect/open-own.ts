import { migrationsDir } from '../../server/local/built-files.ts'
import { type OpenedHost, openHost } from '../../server/local/open-host.ts'
import { version } from '../../server/local/version.ts'
import { err, type Result } from '../../shared/result.ts'
import { type CliError, refusal } from '../cli-error.ts'

/** Short, because it blocks this process: waiting for longer is done by asking again, so that Ctrl-C is heard. */
const BUSY_TIMEOUT_MS = 250

/** Opens the profile in this process. Codes of refusals begin with `profile-`. */
export async function openOwn(profileDir: string, kind: 'cli' | 'headless'): Promise<Result<OpenedHost, CliError>> {
  const opened = await openHost({
    profileDir,
    kind,
    version,
    migrationsDir: migrationsDir(),
    busyTimeoutMs: BUSY_TIMEOUT_MS,
    hearsMachine: kind === 'headless',
  })
  if (opened.ok) return opened
  const { code, message, mend, ...data } = opened.error
  return err(refusal(`profile-${code}`, message, mend, data))
}
