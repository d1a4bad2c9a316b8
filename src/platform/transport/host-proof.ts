import { createHmac, timingSafeEqual } from 'node:crypto'

/** A challenge: 16 to 64 random bytes as base64url. */
export const NONCE_PATTERN = /^[A-Za-z0-9_-]{22,86}$/

/**
 * What a host answers to a challenge: it knows the token, without sending it. The port is part of it, so that
 * a program that took one port cannot pass the question on to the real host on another.
 */
export function hostProof(token: string, port: number, nonce: string): string {
  return createHmac('sha256', token).update(`stint-host-proof|${port}|${nonce}`).digest('base64url')
}

export function isHostProof(proof: string, token: string, port: number, nonce: string): boolean {
  const given = Buffer.from(proof)
  const wanted = Buffer.from(hostProof(token, port, nonce))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
