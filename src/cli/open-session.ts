import { existsSync } from 'node:fs'
import { chooseConfigFiles, chooseProfileDir } from '../server/local/profile-dir.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { CliContext } from './cli-context.ts'
import { type CliError, refusal } from './cli-error.ts'
import type { GlobalValues } from './command/parse-arguments.ts'
import { lazyConnection } from './connect/lazy-connection.ts'
import { listenForInterrupt } from './listen-for-interrupt.ts'
import { localZone } from './local-zone.ts'
import { choosePaint } from './output/paint.ts'

export interface Session {
  readonly context: CliContext
  /** Lets go of the profile or the host, with everything written. */
  close(): Promise<void>
}

/** What one command works with. Nothing is opened yet but the ear for Ctrl-C. */
export function openSession(
  globals: GlobalValues,
  streams: Pick<CliContext, 'out' | 'notices'>,
): Result<Session, CliError> {
  const { env } = process
  const configFiles = chooseConfigFiles(globals.config, env)
  const missing = configFiles.find((file) => !existsSync(file))
  if (missing !== undefined) {
    return err(refusal('no-such-file', `The configuration file ${missing} does not exist.`, '', { file: missing }))
  }
  const profileDir = chooseProfileDir(globals.profile, env)
  const connection = lazyConnection(profileDir)
  const interrupt = listenForInterrupt()
  let zone: string | undefined
  const context: CliContext = {
    ...streams,
    paint: choosePaint(streams.out.isTerminal, env),
    json: globals.json,
    yes: globals.yes,
    stdinIsTerminal: process.stdin.isTTY === true,
    profileDir,
    configFiles,
    env,
    nowMs: Date.now(),
    get zone() {
      // Asking Intl takes some milliseconds, and many commands never need to know.
      zone ??= localZone()
      return zone
    },
    interrupted: interrupt.signal,
    ask: (question) => connection.ask(question),
  }
  return ok({
    context,
    async close() {
      await connection.close()
      interrupt.dispose()
    },
  })
}
