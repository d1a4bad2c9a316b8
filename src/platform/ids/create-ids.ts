import { randomFillSync } from 'node:crypto'
import type { Clock } from '../../core/ports/clock.ts'
import type { Ids } from '../../core/ports/ids.ts'

const COUNTER_MAX = 0xfff

/**
 * UUIDv7 by RFC 9562 §5.7 with a 12-bit counter (§6.2, method 1): ids of one process sort in the order they were
 * made, also within a millisecond and when the clock goes back.
 */
export function createIds(clock: Pick<Clock, 'nowMs'>): Ids {
  let lastMs = 0
  let counter = 0
  const randomOf = createRandomPool()
  return {
    next() {
      const nowMs = Math.max(0, clock.nowMs())
      const random = randomOf(10)
      if (nowMs > lastMs) {
        lastMs = nowMs
        // The top bit stays clear, so that a busy millisecond has room to count.
        counter = random.readUInt16BE(8) & 0x7ff
      } else if (counter < COUNTER_MAX) {
        counter += 1
      } else {
        lastMs += 1
        counter = 0
      }
      return format(lastMs, counter, random)
    },
  }
}

/** Asking the system for a few bytes at a time costs as much as a query. */
function createRandomPool(): (count: number) => Buffer {
  const pool = Buffer.alloc(4096)
  let used = pool.length
  return (count) => {
    if (used + count > pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += count
    return pool.subarray(used - count, used)
  }
}

function format(ms: number, counter: number, random: Buffer): string {
  const time = ms.toString(16).padStart(12, '0')
  const sequence = counter.toString(16).padStart(3, '0')
  const variant = (((random[0] ?? 0) & 0x3f) | 0x80).toString(16)
  const tail = random.toString('hex', 1, 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
}
