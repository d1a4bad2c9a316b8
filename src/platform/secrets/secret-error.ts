import type { SecretError, SecretsStatus } from '../../core/ports/secrets.ts'
import type { Finding } from '../profile/diagnostics/planned-check.ts'

const WORDS: Readonly<Record<SecretError['code'], { readonly what: string; readonly mend: string }>> = {
  tampered: {
    what: 'A kept token was changed outside of Stint, or put in the place of another',
    mend: 'Give the account its token again. If you did not touch the file yourself, find out who can write it.',
  },
  unreadable: {
    what: 'The file with the tokens, secrets.json in the profile, is damaged',
    mend: 'Restore it from a backup of your own, or put it aside and give the accounts their tokens again.',
  },
  'key-lost': {
    what: 'The tokens are there, but the key that opens them is gone',
    mend: 'Bring the key back (the keychain or the key file of before), or give the accounts their tokens again.',
  },
  'keychain-refused': {
    what: 'The keychain does not let Stint in',
    mend: 'Unlock the keychain, or sign in to the desktop it belongs to, and try again.',
  },
  'not-written': {
    what: 'The token could not be kept',
    mend: 'Free some space or make the folder writable, then try again. Nothing was changed.',
  },
}

export function secretError(code: SecretError['code'], says: string): SecretError {
  const { what, mend } = WORDS[code]
  return { code, message: `${what}: ${says}.`, mend }
}

/** What `stint doctor` has to say about secrets. */
export function secretsFinding({ slot, keychain, keychainSays, accounts, problem }: SecretsStatus): Finding {
  if (problem !== null) return { status: 'fail', detail: problem.message, mend: problem.mend }
  const kept = accounts.length === 1 ? 'the secrets of 1 account' : `the secrets of ${accounts.length} accounts`
  if (slot === 'keychain') return { status: 'ok', detail: `the key to ${kept} is in the system's keychain` }
  if (slot === null) {
    return keychain === 'available'
      ? { status: 'ok', detail: "none are kept yet; the key will go into the system's keychain" }
      : { status: 'ok', detail: `none are kept yet; without a keychain (${keychainSays}) a key file will do` }
  }
  return {
    status: 'warn',
    detail: `the key to ${kept} is in a file: every program that runs as you can read it`,
    mend:
      keychain === 'available'
        ? 'There is a keychain now: move the key into it.'
        : `Nothing, if this machine has no keychain (${keychainSays}). On a desktop, start its keyring and move the key into it.`,
  }
}
