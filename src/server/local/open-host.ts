import { type Core, createCore } from '../../core/app/create-core.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Notifier } from '../../core/ports/notifier.ts'
import type { Power } from '../../core/ports/power.ts'
import type { Shell } from '../../core/ports/shell.ts'
import { createSystemClock } from '../../platform/clock/system-clock.ts'
import { createDelimitedText } from '../../platform/csv/create-delimited-text.ts'
import { createStore } from '../../platform/db/create-store.ts'
import { createSyncStore } from '../../platform/db/store/create-sync-store.ts'
import { createIds } from '../../platform/ids/create-ids.ts'
import { createLifeSigns } from '../../platform/life-signs/create-life-signs.ts'
import { noNotifier } from '../../platform/notifier/no-notifier.ts'
import { createDbusPower, type DbusPower } from '../../platform/power/create-dbus-power.ts'
import { noPower } from '../../platform/power/no-power.ts'
import { dailyBackupDue } from '../../platform/profile/backups/daily-backup-due.ts'
import { fileErrorOf } from '../../platform/profile/file-errors.ts'
import { openProfile, type Profile } from '../../platform/profile/open-profile.ts'
import type { OpenProfileError } from '../../platform/profile/open-profile-error.ts'
import { createScheduler } from '../../platform/scheduler/create-scheduler.ts'
import { createSecrets } from '../../platform/secrets/create-secrets.ts'
import { defaultKeyFile } from '../../platform/secrets/key-file.ts'
import { createKeySlots } from '../../platform/secrets/key-slots.ts'
import { createKeychain, type Keychain } from '../../platform/secrets/keychain.ts'
import { secretsCheck } from '../../platform/secrets/secrets-check.ts'
import { surroundingChecks } from '../../platform/surroundings/surrounding-checks.ts'
import { createTextDecoding } from '../../platform/text/create-text-decoding.ts'
import { createUploads } from '../../platform/uploads/create-uploads.ts'
import { CONTRACT_HASH } from '../../shared/contract/contract-hash.ts'
import type { HostInfo } from '../../shared/contract/host.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { createProviders, type OwnedProviders } from './create-providers.ts'
import { keepDailyBackup } from './daily-backup.ts'
import { createDeferredLog, type DeferredLog } from './deferred-log.ts'

export interface OpenHostOptions {
  readonly profileDir: string
  /** `cli`: for one command. It keeps no log unless something goes wrong, and backs up once a day, not at each end. */
  readonly kind: HostInfo['kind']
  readonly version: string
  /** `drizzle/local`, or its copy in a build. */
  readonly migrationsDir: string
  readonly clock?: Clock
  /** What only a desktop has; a host without one hears and shows nothing by itself. */
  readonly power?: Power
  /** Without a `power` of its own, hears what a Linux machine says over D-Bus, as long as the host lives. */
  readonly hearsMachine?: boolean
  readonly notifier?: Notifier
  readonly shell?: Shell
  /** For tests; else the system's own. */
  readonly keychain?: Keychain
  /** Environment, for where keys are kept and whether anything may leave the machine; default the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** How long to wait for a command that has the profile; default 3000. */
  readonly busyTimeoutMs?: number
}

/** A profile that this process owns, with everything on top of it. */
export interface OpenedHost {
  readonly core: Core
  readonly profile: Profile
  readonly version: string
  readonly clock: Clock
  readonly log: Log
  /** Makes the backup that is due, closes and releases the profile. Repeating it waits for the same end. */
  dispose(): Promise<void>
}

/** The composition root of headless host and CLI: the profile, Node's adapters, and core over them. */
export async function openHost(options: OpenHostOptions): Promise<Result<OpenedHost, OpenProfileError>> {
  const { profileDir, kind, version, migrationsDir } = options
  const clock = options.clock ?? createSystemClock()
  const deferred = createDeferredLog()
  const { log } = deferred
  const waiting = options.busyTimeoutMs === undefined ? {} : { busyTimeoutMs: options.busyTimeoutMs }
  const env = options.env ?? process.env
  const secrets = createSecrets(profileDir, createKeySlots(options.keychain ?? createKeychain(), defaultKeyFile(env)))
  const opened = await openProfile(profileDir, {
    migrationsDir,
    clock,
    log,
    extraChecks: [...surroundingChecks(), secretsCheck(secrets)],
    ...waiting,
  })
  if (!opened.ok) return opened
  const profile = opened.value
  let machine: DbusPower | undefined
  let providers: OwnedProviders | undefined
  try {
    const closeLog = kind === 'cli' ? undefined : await openLog(profile.dir, deferred)
    const scheduler = createScheduler()
    machine = options.hearsMachine === true ? createDbusPower({ log, clock, scheduler }) : undefined
    const random = Math.random
    const offline = env['STINT_OFFLINE'] === '1'
    const owned = createProviders({ clock, scheduler, log, version, random, offline })
    providers = owned
    const core = createCore({
      clock,
      log,
      scheduler,
      ids: createIds(clock),
      store: createStore(profile.db, clock),
      syncStore: createSyncStore(profile.db),
      secrets: createSecrets(profile.dir, createKeySlots(options.keychain ?? createKeychain(), defaultKeyFile(env))),
      providers: owned,
      backups: profile.backups,
      diagnostics: profile.diagnostics,
      uploads: createUploads(profile.dir, clock),
      delimitedText: createDelimitedText(),
      textDecoding: createTextDecoding(),
      power: options.power ?? machine ?? noPower,
      notifier: options.notifier ?? noNotifier,
      lifeSigns: createLifeSigns(profile.dir, log),
      random,
      shell: options.shell ?? null,
      host: {
        version,
        kind,
        contractHash: CONTRACT_HASH,
        pid: process.pid,
        startedAtMs: clock.nowMs(),
        profile: profile.dir,
      },
    })
    const stopWatching = kind === 'cli' ? undefined : core.watch()
    const stopDailyBackup =
      kind === 'cli' ? undefined : keepDailyBackup({ backups: profile.backups, clock, scheduler, log })

    async function dispose(): Promise<void> {
      stopDailyBackup?.()
      try {
        stopWatching?.()
        machine?.dispose()
        owned.end()
        await backUp(profile, kind, clock, log)
      } finally {
        await profile.close()
        log.info({}, 'Profile closed')
        const close = closeLog ?? (deferred.hasProblems() ? await openLog(profile.dir, deferred) : undefined)
        close?.()
      }
    }
    let disposing: Promise<void> | undefined
    return ok({
      core,
      profile,
      version,
      clock,
      log,
      dispose() {
        disposing ??= dispose()
        return disposing
      },
    })
  } catch (error) {
    machine?.dispose()
    providers?.end()
    await profile.close()
    const known = fileErrorOf(error, profile.dir)
    if (known === undefined) throw error
    return err(known)
  }
}

/** Loaded when it is needed: the logger takes longer to load than a command takes to run. */
async function openLog(dir: string, deferred: DeferredLog): Promise<() => void> {
  const { createFileLog } = await import('../../platform/log/create-file-log.ts')
  const file = createFileLog(dir)
  deferred.attach(file.log)
  return () => file.close()
}

async function backUp(profile: Profile, kind: HostInfo['kind'], clock: Clock, log: Log): Promise<void> {
  if (!profile.changed()) return
  const nowMs = clock.nowMs()
  if (kind === 'cli' && !dailyBackupDue(profile.backups.list(), nowMs, clock.zone())) return
  const made = await profile.backups.create(kind === 'cli' ? 'daily' : 'quit', nowMs)
  if (!made.ok) log.warn({ code: made.error.code }, 'The backup at the end was not made')
}
