import type { Providers } from '../../src/core/ports/providers.ts'
import type { Secrets } from '../../src/core/ports/secrets.ts'
import { ok } from '../../src/shared/result.ts'

/** Secrets that are gone with the test. */
export function createMemorySecrets(): Secrets & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    async set(accountId, field, secret) {
      kept.set(`${accountId}/${field}`, secret)
      return ok(undefined)
    },
    get: async (accountId, field) => ok(kept.get(`${accountId}/${field}`) ?? null),
    async remove(accountId) {
      for (const key of kept.keys()) if (key.startsWith(`${accountId}/`)) kept.delete(key)
      return ok(undefined)
    },
    status: async () => ({ slot: null, keychain: 'absent', keychainSays: 'a test', accounts: [], problem: null }),
    moveTo: async () => ok(undefined),
    startAnew: async () => ok(null),
  }
}

/** No vendor at all. */
export const noProviders: Providers = {
  kinds: [],
  address: (baseUrl) => ok(baseUrl),
  open: async () => null,
  close: () => undefined,
  atOnce: () => 1,
  budgetOf: () => null,
  budgetLeft: () => null,
  estimateEndMs: () => null,
}
