import type { Result } from '../../shared/result.ts'

/** Where the key that opens the secrets is kept. */
export type SecretSlot = 'keychain' | 'key-file'

export interface SecretError {
  /**
   * `tampered`: what is kept was changed by somebody, or belongs to another account or field. `unreadable`: the file
   * is damaged. `key-lost`: the file is whole, its key is gone. `keychain-refused`: there is a keychain and it did not
   * let us in. `not-written`: the disk is full or not writable; nothing changed.
   */
  readonly code: 'tampered' | 'unreadable' | 'key-lost' | 'keychain-refused' | 'not-written'
  /** For a person; without any secret. */
  readonly message: string
  readonly mend: string
}

export interface SecretsStatus {
  /** null: nothing was ever kept in this profile. */
  readonly slot: SecretSlot | null
  /** `absent`: this machine, or this session, has none. */
  readonly keychain: 'available' | 'absent' | 'refused'
  /** Why the keychain is absent or refused; empty where it is available. */
  readonly keychainSays: string
  /** Accounts that have a secret here. */
  readonly accounts: readonly string[]
  readonly problem: SecretError | null
}

/**
 * Tokens and passwords, sealed in the profile's folder; never in the database, a log, an export or the renderer.
 * `field` names what it is: `token`, `password`.
 */
export interface Secrets {
  set(accountId: string, field: string, secret: string): Promise<Result<void, SecretError>>
  /** null: there is none. */
  get(accountId: string, field: string): Promise<Result<string | null, SecretError>>
  /** All fields of an account. */
  remove(accountId: string): Promise<Result<void, SecretError>>
  status(): Promise<SecretsStatus>
  /** Keeps the key elsewhere; the old place forgets it once the new one has proved itself. */
  moveTo(slot: SecretSlot): Promise<Result<void, SecretError>>
  /** Puts a file that cannot be opened any more aside, under the name returned, and begins with none. */
  startAnew(nowMs: number): Promise<Result<string | null, SecretError>>
}
