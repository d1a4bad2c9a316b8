import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { checkUpdates, type UpdateCheck } from './check-updates.ts'
import { type UpdateKey, updateKeys } from './update-keys.ts'
import { compareVersions, type Release, signedBytes, verifyManifest } from './verify-manifest.ts'

const nowMs = Date.parse('2026-11-20T12:00:00Z')
const ours = keyPair('2026-a')
const theirs = keyPair('2026-a')
const trust = { keys: [keyPair('2025-z').key, ours.key], newestKnown: '1.2.3', nowMs }

function keyPair(id: string): { key: UpdateKey; secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    secret: privateKey,
    key: { id, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') },
  }
}

function manifest({
  secret = ours.secret,
  keyId = '2026-a',
  ...changed
}: Partial<Release> & { secret?: KeyObject; keyId?: string } = {}) {
  const release: Release = { product: 'stint', version: '1.10.0', expiresAtMs: nowMs + 1, ...changed }
  return { release, keyId, signature: sign(null, signedBytes(release), secret).toString('base64') }
}

const verdict = (value: object) => verifyManifest(JSON.stringify(value), trust)

describe('an update manifest', () => {
  it('counts when a known key signed it, it has not expired, and it is not older', () => {
    expect(verdict(manifest())).toEqual({ ok: true, value: '1.10.0' })
    expect(verdict(manifest({ version: '1.2.3' }))).toEqual({ ok: true, value: '1.2.3' })
  })

  it('that was tampered with is refused, whichever field it is', () => {
    const good = manifest()
    const [first, second] = [good.signature.slice(0, 1), good.signature.slice(1)]
    const tampered = [
      { ...good, release: { ...good.release, version: '1.10.1' } },
      { ...good, release: { ...good.release, expiresAtMs: nowMs + 2 } },
      { ...good, signature: `${first === 'A' ? 'B' : 'A'}${second}` },
      { ...good, signature: '' },
      { ...good, keyId: '2025-z' },
      manifest({ secret: theirs.secret }),
    ]
    for (const one of tampered) expect(verdict(one), JSON.stringify(one)).toEqual({ ok: false, error: 'bad-signature' })
  })

  it('of a key that is not in the program is refused', () => {
    expect(verdict(manifest({ keyId: '2024-x' }))).toEqual({ ok: false, error: 'unknown-key' })
    expect(verifyManifest(JSON.stringify(manifest()), { ...trust, keys: [] })).toEqual({
      ok: false,
      error: 'unknown-key',
    })
  })

  it('that is out of date or of an older version is refused, though it is signed', () => {
    expect(verdict(manifest({ expiresAtMs: nowMs }))).toEqual({ ok: false, error: 'expired' })
    expect(verdict(manifest({ version: '1.2.2' }))).toEqual({ ok: false, error: 'downgrade' })
  })

  it('that cannot be read is refused before anything in it counts', () => {
    const good = manifest()
    const unreadable = [
      'no JSON',
      '[]',
      JSON.stringify({ ...good, more: 1 }),
      JSON.stringify({ ...good, release: { ...good.release, url: 'https://example.com' } }),
      JSON.stringify({ ...good, release: { ...good.release, product: 'stunt' } }),
      JSON.stringify({ ...good, release: { ...good.release, version: '01.2.3' } }),
      JSON.stringify({ ...good, release: { ...good.release, version: '1.2.3-beta' } }),
      `${JSON.stringify(good)}${' '.repeat(4_096)}`,
    ]
    for (const text of unreadable) expect(verifyManifest(text, trust), text).toEqual({ ok: false, error: 'unreadable' })
  })

  it('compares versions by their numbers', () => {
    const rising = ['0.9.9', '0.10.0', '1.0.0', '1.2.3', '1.2.10', '1.10.0', '2.0.0']
    for (const [index, version] of rising.entries()) {
      expect(rising.map((other) => Math.sign(compareVersions(other, version)))).toEqual(
        rising.map((_, place) => Math.sign(place - index)),
      )
    }
  })
})

describe('looking for updates', () => {
  const check = (changed: Partial<UpdateCheck>) => {
    const fetchManifest = vi.fn(async () => JSON.stringify(manifest()))
    const base = { keys: [ours.key], optedIn: true, version: '1.2.3', newestSeen: null, nowMs }
    return { fetchManifest, state: checkUpdates({ ...base, fetchManifest, ...changed }) }
  }

  it('is off in this program, and makes no connection', async () => {
    const { fetchManifest, state } = check({ keys: updateKeys, version: packageJson.version })
    expect(await state).toEqual({ kind: 'off', because: 'no-keys' })
    expect(fetchManifest).not.toHaveBeenCalled()
  })

  it('makes no connection either when the person has not asked for it', async () => {
    const { fetchManifest, state } = check({ optedIn: false })
    expect(await state).toEqual({ kind: 'off', because: 'not-asked-for' })
    expect(fetchManifest).not.toHaveBeenCalled()
  })

  it('has no way to the network of its own, nor one to install anything', () => {
    const folder = new URL('./', import.meta.url)
    for (const name of readdirSync(folder).filter((file) => !file.endsWith('.test.ts'))) {
      const imports = readFileSync(new URL(name, folder), 'utf8').match(/from '[^']+'/g) ?? []
      for (const one of imports) expect(one, name).toMatch(/^from '(node:crypto|zod|\.)/)
    }
  })

  it('tells of a newer version, and of nothing that is older than what was heard before', async () => {
    expect(await check({}).state).toEqual({ kind: 'newer', version: '1.10.0' })
    expect(await check({ version: '1.10.0' }).state).toEqual({ kind: 'current' })
    expect(await check({ newestSeen: '1.10.0' }).state).toEqual({ kind: 'newer', version: '1.10.0' })
    expect(await check({ newestSeen: '1.11.0' }).state).toEqual({ kind: 'refused', because: 'downgrade' })
  })
})
