import { createHash, randomBytes } from 'node:crypto'

/** Codes that open a browser session once. Kept in memory only: a restart makes them void. */
export interface OneTimeCodes {
  issue(validMs: number): string
  /** True the first time, within its time; a code is spent by its first use. */
  redeem(code: string): boolean
}

const MAX_OPEN_CODES = 32

export function createOneTimeCodes(nowMs: () => number): OneTimeCodes {
  const expiryByHash = new Map<string, number>()
  return {
    issue(validMs) {
      for (const [hash, expiresAtMs] of expiryByHash) if (expiresAtMs <= nowMs()) expiryByHash.delete(hash)
      const oldest = expiryByHash.keys().next().value
      if (expiryByHash.size >= MAX_OPEN_CODES && oldest !== undefined) expiryByHash.delete(oldest)
      const code = randomBytes(24).toString('base64url')
      expiryByHash.set(hashOf(code), nowMs() + validMs)
      return code
    },
    redeem(code) {
      // Looked up by hash: how long it takes tells nothing about the code.
      const hash = hashOf(code)
      const expiresAtMs = expiryByHash.get(hash)
      expiryByHash.delete(hash)
      return expiresAtMs !== undefined && nowMs() < expiresAtMs
    },
  }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
