import type { LifeSign, LifeSigns } from '../../src/core/ports/life-signs.ts'

/** Keeps the last sign of life over restarts of a test core. */
export class MemoryLifeSigns implements LifeSigns {
  last: LifeSign | null = null
  writes = 0

  read(): LifeSign | null {
    return this.last
  }

  write(sign: LifeSign): void {
    this.last = sign
    this.writes += 1
  }

  clear(): void {
    this.last = null
  }
}
