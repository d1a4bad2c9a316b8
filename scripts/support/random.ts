/** Numbers that look random and are the same for the same seed: sample data can be made again exactly. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Early members of the list far oftener than late ones, as people use few of their projects most of the time. */
  pickSkewed<T>(list: readonly T[]): T
}

/** Mulberry32: 32 bits of state, which is plenty for sample data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const at = <T>(list: readonly T[], share: number): T => {
    const found = list[Math.floor(share * list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, next()),
    pickSkewed: (list) => at(list, next() ** 2.5),
  }
}

/** A UUIDv7 for an instant, with the rest from `random`. */
export function sampleId(ms: number, random: Random): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0')
  const hex = (length: number) => {
    let text = ''
    while (text.length < length) text += Math.floor(random.next() * 16).toString(16)
    return text
  }
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${'89ab'[random.int(0, 3)]}${hex(3)}-${hex(12)}`
}
