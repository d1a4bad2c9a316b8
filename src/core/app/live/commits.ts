import type { Dispose } from '../../ports/scheduler.ts'
import type { CommitInfo } from '../../ports/store.ts'

/** `null`: the whole profile was replaced (a restore); everything known is void. */
export type CommitNotice = CommitInfo | null

export interface Commits {
  announce(notice: CommitNotice): void
  listen(listener: (notice: CommitNotice) => void): Dispose
  /** How many listen; a leak shows here. */
  readonly listeners: number
}

/**
 * Tells listeners of each commit, after it is on disk. One that throws is a bug of its own, told to `failed`: the
 * commit stands, and the others hear of it all the same.
 */
export function createCommits(failed: (error: unknown) => void): Commits {
  const listeners = new Set<(notice: CommitNotice) => void>()
  return {
    announce(notice) {
      for (const listener of [...listeners]) {
        try {
          listener(notice)
        } catch (error) {
          failed(error)
        }
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get listeners() {
      return listeners.size
    },
  }
}
