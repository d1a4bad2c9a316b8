import { Temporal } from 'temporal-polyfill'
import type { Zone } from './zone.ts'

/**
 * Offsets from Temporal, kept per zone in blocks of some 99 days. Asking Temporal takes 2.5 µs, and slicing one entry asks
 * several times; reading a known block takes a few hundredths of one. Blocks are aligned to powers of two of UTC ms:
 * they are storage, not days.
 */
interface OffsetBlock {
  /** Instants at which an offset starts to hold; the first is the block's own start. */
  readonly startsMs: readonly number[]
  readonly offsetsMs: readonly number[]
}

const BLOCK_MS = 2 ** 33
/** 6.2 days. No zone has changed its offset twice within that; the shortest pair since 1930 is 20 days apart (Cairo). */
const SAMPLE_MS = 2 ** 29
/** Bounds the memory that hostile instants can take; five years of one zone are 19 blocks. */
const MAX_BLOCKS_PER_ZONE = 4_096
const MAX_ZONES = 700
const MAX_INSTANT_MS = 8_640_000_000_000_000

const blocksByZone = new Map<Zone, Map<number, OffsetBlock>>()
let lastZone: Zone = ''
let lastBlocks = new Map<number, OffsetBlock>()

/** Offset of local time from UTC at an instant, in ms: +7 200 000 for Stockholm in summer. Throws RangeError on an unknown zone. */
export function zoneOffsetMs(ms: number, zone: Zone): number {
  const { startsMs, offsetsMs } = blockAt(Math.floor(ms / BLOCK_MS), zone)
  let at = startsMs.length - 1
  while (at > 0 && ms < (startsMs[at] ?? 0)) at -= 1
  return offsetsMs[at] ?? 0
}

/** The first instant after `afterMs`, at most `untilMs`, at which the offset changes; null where there is none. */
export function nextOffsetChangeMs(afterMs: number, untilMs: number, zone: Zone): number | null {
  let offsetMs = zoneOffsetMs(afterMs, zone)
  for (let index = Math.floor(afterMs / BLOCK_MS); index * BLOCK_MS <= untilMs; index += 1) {
    const { startsMs, offsetsMs } = blockAt(index, zone)
    for (const [at, startMs] of startsMs.entries()) {
      const nextOffsetMs = offsetsMs[at] ?? offsetMs
      if (startMs <= afterMs || nextOffsetMs === offsetMs) continue
      if (startMs > untilMs) return null
      return startMs
    }
    offsetMs = offsetsMs[offsetsMs.length - 1] ?? offsetMs
  }
  return null
}

function blockAt(index: number, zone: Zone): OffsetBlock {
  if (zone !== lastZone) {
    lastBlocks = blocksOf(zone)
    lastZone = zone
  }
  const known = lastBlocks.get(index)
  if (known !== undefined) return known
  const block = readBlock(index, zone)
  if (lastBlocks.size >= MAX_BLOCKS_PER_ZONE) lastBlocks.clear()
  lastBlocks.set(index, block)
  return block
}

function blocksOf(zone: Zone): Map<number, OffsetBlock> {
  const known = blocksByZone.get(zone)
  if (known !== undefined) return known
  if (blocksByZone.size >= MAX_ZONES) blocksByZone.clear()
  const blocks = new Map<number, OffsetBlock>()
  blocksByZone.set(zone, blocks)
  return blocks
}

function readBlock(index: number, zone: Zone): OffsetBlock {
  const startMs = index * BLOCK_MS
  let sampleMs = startMs
  let offsetMs = readOffsetMs(startMs, zone)
  const startsMs = [startMs]
  const offsetsMs = [offsetMs]
  while (sampleMs < startMs + BLOCK_MS) {
    const nextSampleMs = sampleMs + SAMPLE_MS
    // The sample at the block's end belongs to the next block, but a change just before it belongs to this one.
    const nextOffsetMs = readOffsetMs(nextSampleMs, zone)
    if (nextOffsetMs !== offsetMs) {
      const changeMs = bisectChange(sampleMs, nextSampleMs, offsetMs, zone)
      if (changeMs < startMs + BLOCK_MS) {
        startsMs.push(changeMs)
        offsetsMs.push(nextOffsetMs)
      }
      offsetMs = nextOffsetMs
    }
    sampleMs = nextSampleMs
  }
  return { startsMs, offsetsMs }
}

function bisectChange(fromMs: number, toMs: number, offsetBeforeMs: number, zone: Zone): number {
  let low = fromMs
  let high = toMs
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (readOffsetMs(middle, zone) === offsetBeforeMs) low = middle
    else high = middle
  }
  return high
}

function readOffsetMs(ms: number, zone: Zone): number {
  // Blocks at the ends of the range Temporal knows reach beyond it; nothing changes out there.
  const inRangeMs = Math.min(Math.max(ms, -MAX_INSTANT_MS), MAX_INSTANT_MS)
  return Temporal.Instant.fromEpochMilliseconds(inRangeMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
}
