import { err, ok, type Result } from '../../shared/result.ts'

/** Passwords in the system's own keychain, in the shape that keytar had. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

export interface KeychainTrouble {
  /** `absent`: there is none on this machine or in this session. `refused`: there is one, and it said no. */
  readonly kind: 'absent' | 'refused'
  readonly says: string
}

export const KEYCHAIN_SERVICE = 'Stint'

/**
 * The keychain of macOS and Windows, or the Secret Service of a Linux desktop. Loaded when it is first asked for, for
 * most commands need no secret. Without the option the library would quietly take the kernel's keyring where there is
 * no Secret Service, and that one forgets everything at the next start of the machine.
 */
export function createKeychain(): Keychain {
  const entry = async (service: string, account: string) => {
    const { AsyncEntry } = await import('@napi-rs/keyring')
    return new AsyncEntry(service, account, { linux: { store: 'secret-service' } })
  }
  return {
    getPassword: async (service, account) => (await entry(service, account)).getPassword(),
    setPassword: async (service, account, password) => (await entry(service, account)).setPassword(password),
    deletePassword: async (service, account) => (await entry(service, account)).deletePassword(),
  }
}

/** What a keychain throws, as a value. It throws nothing but refusals: each call is a call to another program. */
export async function askKeychain<T>(ask: () => Promise<T>): Promise<Result<T, KeychainTrouble>> {
  try {
    return ok(await ask())
  } catch (error) {
    const says = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200)
    return err({ kind: ABSENT.test(says) ? 'absent' : 'refused', says })
  }
}

/** No bus, nobody on the bus who keeps secrets, or no build of the library for this machine. */
const ABSENT =
  /not provided by any \.service files|ServiceUnknown|NameHasNoOwner|DBUS_SESSION_BUS_ADDRESS|dbus-daemon autolaunch|Failed to connect to socket|Failed to execute program|Cannot find native binding|Cannot find module|Cannot find package/i
