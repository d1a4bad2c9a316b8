import type { Keychain } from '../../src/platform/secrets/keychain.ts'

/** A keychain in memory that can be missing, or say no. `entries` may be shared by two, as on one machine. */
export function createFakeKeychain(entries = new Map<string, string>()) {
  let says: string | null = null
  const speak = () => {
    if (says !== null) throw new Error(says)
  }
  const keychain: Keychain = {
    async getPassword(service, account) {
      speak()
      return entries.get(`${service}/${account}`) ?? null
    },
    async setPassword(service, account, password) {
      speak()
      entries.set(`${service}/${account}`, password)
    },
    async deletePassword(service, account) {
      speak()
      return entries.delete(`${service}/${account}`)
    },
  }
  return {
    keychain,
    entries,
    /** As a Linux machine without a desktop says it. */
    goAway: () => {
      says = 'Platform failure: DBus error: The name org.freedesktop.secrets was not provided by any .service files'
    },
    refuse: () => {
      says = 'Platform failure: DBus error: Prompt was dismissed'
    },
    comeBack: () => {
      says = null
    },
  }
}
