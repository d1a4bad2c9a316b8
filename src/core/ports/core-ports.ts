import type { HostInfo } from '../../shared/contract/host.ts'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import type { LifeSigns } from './life-signs.ts'
import type { Log } from './log.ts'
import type { Notifier } from './notifier.ts'
import type { Power } from './power.ts'
import type { Backups, DelimitedText, Diagnostics, Uploads } from './profile-files.ts'
import type { Providers } from './providers.ts'
import type { Scheduler } from './scheduler.ts'
import type { Secrets } from './secrets.ts'
import type { Shell } from './shell.ts'
import type { Store } from './store.ts'
import type { SyncStore } from './sync-store.ts'
import type { TextDecoding } from './text-decoding.ts'

/** All that a host gives to `createCore`. Only these differ between desktop, headless, CLI and tests. */
export interface CorePorts {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly scheduler: Scheduler
  readonly store: Store
  readonly syncStore: SyncStore
  readonly secrets: Secrets
  readonly providers: Providers
  readonly backups: Backups
  readonly diagnostics: Diagnostics
  readonly uploads: Uploads
  readonly delimitedText: DelimitedText
  readonly textDecoding: TextDecoding
  readonly power: Power
  readonly notifier: Notifier
  readonly lifeSigns: LifeSigns
  /** From [0, 1): spreads attempts that failed together. */
  readonly random: () => number
  /** null: no desktop around this host. */
  readonly shell: Shell | null
  readonly host: HostInfo
}
