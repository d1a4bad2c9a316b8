import type { Providers } from '../../src/core/ports/providers.ts'
import { ok } from '../../src/shared/result.ts'
import type { MemoryProvider } from './memory-provider.ts'

/** Accounts at servers in memory; `toggl` is the only kind. The provider accepts every secret but those refused. */
export function createMemoryProviders(provider: () => MemoryProvider) {
  const opened = new Map<string, string>()
  const providers: Providers = {
    kinds: [
      { kind: 'toggl', baseUrl: 'https://toggl.test', supported: true },
      { kind: 'kleer', baseUrl: null, supported: false },
    ],
    address: (baseUrl) => ok(baseUrl),
    async open(account, secret) {
      opened.set(account.id, secret)
      return provider()
    },
    close: (id) => {
      opened.delete(id)
    },
    atOnce: () => 3,
    budgetOf: () => null,
    budgetLeft: () => null,
    estimateEndMs: (_id, writes) => writes,
  }
  return { providers, opened }
}
