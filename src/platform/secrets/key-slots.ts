import { randomBytes, randomUUID } from 'node:crypto'
import type { SecretSlot } from '../../core/ports/secrets.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { readOrMakeKeyFile } from './key-file.ts'
import { askKeychain, KEYCHAIN_SERVICE, type Keychain, type KeychainTrouble } from './keychain.ts'
import { KEY_BYTES } from './seal.ts'

export interface SlotKey {
  readonly slot: SecretSlot
  readonly name: string
  readonly key: Buffer
}

export type SlotTrouble =
  | { readonly kind: 'key-lost'; readonly says: string }
  | { readonly kind: 'keychain-refused'; readonly says: string }
  | { readonly kind: 'not-written'; readonly says: string }

/** The places that can keep a key of their own, with which the profile's key is sealed. */
export interface KeySlots {
  keychain(): Promise<Result<void, KeychainTrouble>>
  make(slot: SecretSlot): Promise<Result<SlotKey, SlotTrouble>>
  load(slot: SecretSlot, name: string): Promise<Result<SlotKey, SlotTrouble>>
  /** The keychain's only: the key file serves every profile of this person. */
  forget(slot: SecretSlot, name: string): Promise<void>
}

export function createKeySlots(keychain: Keychain, keyFile: string): KeySlots {
  const refused = ({ says }: KeychainTrouble) => err({ kind: 'keychain-refused' as const, says })
  return {
    async keychain() {
      // A name that is never used: asking for it needs a keychain, but no unlocking of anything.
      const asked = await askKeychain(() => keychain.getPassword(KEYCHAIN_SERVICE, 'probe'))
      return asked.ok ? ok(undefined) : asked
    },
    async make(slot) {
      if (slot === 'key-file') return fromFile(readOrMakeKeyFile(keyFile, 'make'))
      // A name of its own for each profile: two that begin at the same time cannot overwrite each other's key.
      const name = `secrets-${randomUUID()}`
      const key = randomBytes(KEY_BYTES)
      const made = await askKeychain(async () => {
        await keychain.setPassword(KEYCHAIN_SERVICE, name, key.toString('base64'))
        return keychain.getPassword(KEYCHAIN_SERVICE, name)
      })
      if (!made.ok) return refused(made.error)
      if (made.value !== key.toString('base64'))
        return err({ kind: 'keychain-refused', says: 'it did not keep what it was given' })
      return ok({ slot, name, key })
    },
    async load(slot, name) {
      if (slot === 'key-file') return fromFile(readOrMakeKeyFile(keyFile, 'read'))
      const asked = await askKeychain(() => keychain.getPassword(KEYCHAIN_SERVICE, name))
      if (!asked.ok) return refused(asked.error)
      const key = Buffer.from(asked.value ?? '', 'base64')
      if (key.length !== KEY_BYTES) return err({ kind: 'key-lost', says: 'the keychain does not have it any more' })
      return ok({ slot, name, key })
    },
    async forget(slot, name) {
      // One that stays behind opens nothing any more.
      if (slot === 'keychain') await askKeychain(() => keychain.deletePassword(KEYCHAIN_SERVICE, name))
    },
  }
}

function fromFile(read: Result<Buffer, SlotTrouble>): Result<SlotKey, SlotTrouble> {
  return read.ok ? ok({ slot: 'key-file', name: 'secrets.key', key: read.value }) : read
}
