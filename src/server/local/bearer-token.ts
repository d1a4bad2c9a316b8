import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, new at each start. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in constant time; hashing first makes the lengths equal. */
export function isSameToken(given: string, wanted: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(wanted))
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
