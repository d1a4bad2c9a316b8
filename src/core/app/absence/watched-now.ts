import type { PresenceRules } from '../../domain/absence/evidence.ts'
import type { Store } from '../../ports/store.ts'

/** What presence is watched for, and by which rules. */
export interface Watched extends PresenceRules {
  /** The entry that runs. */
  readonly entryId: string | null
  /** Off: nothing is found out, and only what people say of themselves counts. */
  readonly detecting: boolean
}

const MINUTE_MS = 60_000

export function watchedNow(store: Store): Watched {
  return store.read((reader) => {
    const { idleDetection, idleMinutes } = reader.settings()
    return {
      entryId: reader.runningEntry()?.id ?? null,
      detecting: idleDetection,
      thresholdMs: idleMinutes * MINUTE_MS,
    }
  })
}
