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

/** Tells listeners of each commit, after it is on disk. */
export function createCommits(): Commits {
  const listeners = new Set<(notice: CommitNotice) => void>()
  return {
    announce(notice) {
      for (const listener of [...listeners]) listener(notice)
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
