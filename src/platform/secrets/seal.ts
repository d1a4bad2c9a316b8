import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM: nonce, sealed text and tag in one base64 text. `belongsTo` is not kept with it: who opens it has to
 * know it, so a sealed text put in another's place does not open.
 */
export function seal(key: Buffer, plain: Buffer, belongsTo: readonly string[]): string {
  // Random nonces of 96 bits are safe for 2^32 texts under one key; a profile seals some dozens.
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(JSON.stringify(belongsTo)))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** undefined: another key, another place, or changed. */
export function unseal(key: Buffer, sealed: string, belongsTo: readonly string[]): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  opener.setAAD(Buffer.from(JSON.stringify(belongsTo)))
  opener.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const plain = opener.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES))
  try {
    return Buffer.concat([plain, opener.final()])
  } catch {
    // The one thing `final` can say: the tag does not fit.
    return undefined
  }
}
