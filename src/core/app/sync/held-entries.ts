/**
 * The entries of one account that are on their way out while a pull is asked for: what the pull says of them may be
 * older than what was sent.
 */
export interface Held {
  /** A page is about to be asked for. */
  begin(): void
  has(entryId: string): boolean
  /** Being sent now. */
  readonly busy: ReadonlySet<string>
  take(entryId: string): void
  release(entryId: string): void
}

export function createHeld(): Held {
  const busy = new Set<string>()
  const since = new Set<string>()
  return {
    busy,
    begin() {
      since.clear()
      for (const id of busy) since.add(id)
    },
    has: (entryId) => since.has(entryId),
    take(entryId) {
      busy.add(entryId)
      since.add(entryId)
    },
    release: (entryId) => {
      busy.delete(entryId)
    },
  }
}
