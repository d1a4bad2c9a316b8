import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import type { UpdateKey } from './update-keys.ts'

const versionSchema = z.string().regex(/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/)

const releaseSchema = z.strictObject({
  product: z.literal('stint'),
  version: versionSchema,
  /** An old manifest that somebody serves again must stop counting by itself. */
  expiresAtMs: z.int().min(0),
})

const manifestSchema = z.strictObject({
  release: releaseSchema,
  keyId: z.string().min(1).max(64),
  /** Ed25519 over `signedBytes(release)`, base64. */
  signature: z.base64().max(128),
})

export type Release = z.infer<typeof releaseSchema>

export type UpdateRefusal = 'unreadable' | 'unknown-key' | 'bad-signature' | 'expired' | 'downgrade'

export interface UpdateTrust {
  keys: readonly UpdateKey[]
  /** The newest version this machine has run or heard of: nothing older is ever offered. */
  newestKnown: string
  nowMs: number
}

/** What is signed: named fields in a fixed order, so that no two spellings of the same manifest differ. */
export function signedBytes({ product, version, expiresAtMs }: Release): Buffer {
  return Buffer.from(`stint-update-1\n${product}\n${version}\n${expiresAtMs}\n`, 'utf8')
}

/**
 * @param text of the manifest, from anywhere: nothing in it counts before its signature does
 * @returns the version it speaks of, which is `newestKnown` or newer
 */
export function verifyManifest(text: string, trust: UpdateTrust): Result<string, UpdateRefusal> {
  if (text.length > 4_096) return err('unreadable')
  const manifest = manifestSchema.safeParse(parsed(text))
  if (!manifest.success) return err('unreadable')
  const { release, keyId, signature } = manifest.data
  const key = trust.keys.find(({ id }) => id === keyId)
  if (key === undefined) return err('unknown-key')
  if (!isSigned(signedBytes(release), signature, key)) return err('bad-signature')
  if (release.expiresAtMs <= trust.nowMs) return err('expired')
  if (compareVersions(release.version, trust.newestKnown) < 0) return err('downgrade')
  return ok(release.version)
}

/** @returns below zero where `a` is older, zero where both are the same, above zero where `a` is newer */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => versionSchema.parse(version).split('.').map(Number))
  const differing = left?.findIndex((part, index) => part !== right?.[index]) ?? -1
  return differing === -1 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0)
}

function isSigned(bytes: Buffer, signature: string, { publicKey }: UpdateKey): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  // Any other kind of key would verify by other rules than those that were thought through here.
  return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, Buffer.from(signature, 'base64'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // refused by the schema, like every other nonsense
  }
}
