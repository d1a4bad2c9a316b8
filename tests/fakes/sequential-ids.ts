import type { Ids } from '../../src/core/ports/ids.ts'

/** UUIDv7-shaped ids in order, the same in every run. */
export function createSequentialIds(): Ids {
  let count = 0
  return {
    next() {
      count += 1
      return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
    },
  }
}
