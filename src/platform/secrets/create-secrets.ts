import { randomBytes, randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import path from 'node:path'
import type { SecretError, SecretSlot, Secrets } from '../../core/ports/secrets.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { errnoOf } from '../profile/file-errors.ts'
import type { KeySlots, SlotKey } from './key-slots.ts'
import { KEY_BYTES, seal, unseal } from './seal.ts'
import { secretError } from './secret-error.ts'
import { readSecretsFile, type SecretsContent, secretsFile, type WrappedKey, writeSecretsFile } from './secrets-file.ts'

interface Opened {
  readonly content: SecretsContent
  readonly key: Buffer
}

/**
 * The profile's secrets in `secrets.json`: each sealed with the profile's key, that key sealed by the key of a slot.
 * One operation at a time, each of which reads the file anew, so that it never writes back what is out of date.
 */
export function createSecrets(profileDir: string, slots: KeySlots): Secrets {
  const file = secretsFile(profileDir)
  let unlocked: { readonly profileKeyId: string; readonly key: Buffer } | undefined
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    // The next one is not concerned with how this one ended; who asked for it is, and gets `turn`.
    last = turn.catch(() => undefined)
    return turn
  }

  /** null: nothing was ever kept here. */
  async function open(): Promise<Result<Opened | null, SecretError>> {
    const read = readSecretsFile(file)
    if (!read.ok) return err(secretError('unreadable', read.error))
    const content = read.value
    if (content === null) return ok(null)
    if (unlocked?.profileKeyId === content.profileKeyId) return ok({ content, key: unlocked.key })
    let trouble = secretError('key-lost', 'no place is noted where it could be')
    for (const wrapped of content.keys) {
      const slotKey = await slots.load(wrapped.slot, wrapped.name)
      if (!slotKey.ok) {
        trouble = secretError(slotKey.error.kind, slotKey.error.says)
        continue
      }
      const key = unseal(slotKey.value.key, wrapped.sealed, wrappedBelongsTo(content.profileKeyId, wrapped))
      if (key?.length === KEY_BYTES) {
        unlocked = { profileKeyId: content.profileKeyId, key }
        return ok({ content, key })
      }
      trouble = secretError('tampered', 'the key of the profile does not open')
    }
    return err(trouble)
  }

  async function begin(): Promise<Result<Opened, SecretError>> {
    const keychain = await slots.keychain()
    // Only where there is none: a keychain that says no is asked again, not passed by.
    if (!keychain.ok && keychain.error.kind === 'refused')
      return err(secretError('keychain-refused', keychain.error.says))
    const made = await slots.make(keychain.ok ? 'keychain' : 'key-file')
    if (!made.ok) return err(secretError(made.error.kind, made.error.says))
    const profileKeyId = randomUUID()
    const key = randomBytes(KEY_BYTES)
    unlocked = { profileKeyId, key }
    const content = { version: 1 as const, profileKeyId, keys: [wrap(profileKeyId, key, made.value)], secrets: [] }
    return ok({ content, key })
  }

  function write(content: SecretsContent): Result<void, SecretError> {
    const written = writeSecretsFile(file, content)
    return written.ok ? written : err(secretError('not-written', written.error))
  }

  return {
    set: (accountId, field, secret) =>
      inTurn(async () => {
        const there = await open()
        if (!there.ok) return there
        const opened = there.value === null ? await begin() : ok(there.value)
        if (!opened.ok) return opened
        const { content, key } = opened.value
        const sealed = seal(key, Buffer.from(secret), belongsTo(content, accountId, field))
        const others = content.secrets.filter(([account, name]) => account !== accountId || name !== field)
        return write({ ...content, secrets: [...others, [accountId, field, sealed]] })
      }),

    get: (accountId, field) =>
      inTurn(async () => {
        const there = await open()
        if (!there.ok) return there
        const kept = there.value?.content.secrets.find(([account, name]) => account === accountId && name === field)
        if (there.value === null || kept === undefined) return ok(null)
        const plain = unseal(there.value.key, kept[2], belongsTo(there.value.content, accountId, field))
        return plain === undefined
          ? err(secretError('tampered', `what is kept as ${field} does not open`))
          : ok(plain.toString('utf8'))
      }),

    remove: (accountId) =>
      inTurn(async () => {
        // Needs no key: a secret whose key is lost can be removed too.
        const read = readSecretsFile(file)
        if (!read.ok) return err(secretError('unreadable', read.error))
        if (read.value === null) return ok(undefined)
        return write({ ...read.value, secrets: read.value.secrets.filter(([account]) => account !== accountId) })
      }),

    status: () =>
      inTurn(async () => {
        const keychain = await slots.keychain()
        const there = await open()
        const read = readSecretsFile(file)
        const content = read.ok ? read.value : null
        return {
          slot: content?.keys.at(-1)?.slot ?? null,
          keychain: keychain.ok ? 'available' : keychain.error.kind,
          keychainSays: keychain.ok ? '' : keychain.error.says,
          accounts: [...new Set(content?.secrets.map(([account]) => account))],
          problem: there.ok ? null : there.error,
        }
      }),

    moveTo: (slot: SecretSlot) =>
      inTurn(async () => {
        const there = await open()
        if (!there.ok) return there
        if (there.value === null || there.value.content.keys.at(-1)?.slot === slot) return ok(undefined)
        const { content, key } = there.value
        const made = await slots.make(slot)
        if (!made.ok) return err(secretError(made.error.kind, made.error.says))
        const { profileKeyId } = content
        // The old places go only when the new one is on the disk and was opened from there.
        const both = write({ ...content, keys: [...content.keys.slice(-3), wrap(profileKeyId, key, made.value)] })
        if (!both.ok) return both
        const proof = await slots.load(slot, made.value.name)
        if (!proof.ok) return err(secretError(proof.error.kind, proof.error.says))
        const moved = write({ ...content, keys: [wrap(profileKeyId, key, proof.value)] })
        if (moved.ok) for (const old of content.keys) await slots.forget(old.slot, old.name)
        return moved
      }),

    startAnew: (nowMs) =>
      inTurn(async () => {
        unlocked = undefined
        const read = readSecretsFile(file)
        if (read.ok && read.value === null) return ok(null)
        const aside = path.join(profileDir, `secrets.json.aside-${nowMs}`)
        try {
          renameSync(file, aside)
          return ok(aside)
        } catch (error) {
          const code = errnoOf(error)
          if (code === undefined) throw error
          return err(secretError('not-written', `the old file cannot be put aside (${code})`))
        }
      }),
  }
}

function wrap(profileKeyId: string, key: Buffer, { slot, name, key: slotKey }: SlotKey): WrappedKey {
  return { slot, name, sealed: seal(slotKey, key, wrappedBelongsTo(profileKeyId, { slot, name })) }
}

function wrappedBelongsTo(profileKeyId: string, { slot, name }: Pick<WrappedKey, 'slot' | 'name'>): string[] {
  return ['profile key', profileKeyId, slot, name]
}

function belongsTo({ profileKeyId }: SecretsContent, accountId: string, field: string): string[] {
  return ['secret', profileKeyId, accountId, field]
}
