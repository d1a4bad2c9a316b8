/** Knows what is being worked on, so that a host can stop between two commands and not in one. */
export interface WorkTracker {
  track(work: Promise<unknown>): void
  /** Resolves when nothing tracked is left, whatever its outcome. */
  idle(): Promise<void>
}

export function createWorkTracker(): WorkTracker {
  const working = new Set<Promise<unknown>>()
  return {
    track(work) {
      working.add(work)
      const forget = () => void working.delete(work)
      work.then(forget, forget)
    },
    async idle() {
      // Work may leave more behind: a call its answer.
      while (working.size > 0) await Promise.allSettled(working)
    },
  }
}

export function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}
