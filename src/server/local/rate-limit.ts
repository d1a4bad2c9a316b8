/** Allows `count` calls in any window of `windowMs`; true: go on. */
export function createRateLimit(count: number, windowMs: number, nowMs: () => number): () => boolean {
  let recent: number[] = []
  return () => {
    const now = nowMs()
    // A clock that was set back must not lock the door until it has caught up.
    recent = recent.filter((atMs) => atMs > now - windowMs && atMs <= now)
    if (recent.length >= count) return false
    recent.push(now)
    return true
  }
}
