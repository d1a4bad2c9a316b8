import type { TimeProvider } from '../core/ports/time-provider.ts'
import type { ProviderDeps } from './provider-deps.ts'

/** The adapter of an account's kind, loaded when it is first wanted; null: there is none (yet). */
export async function openProvider(deps: ProviderDeps): Promise<TimeProvider | null> {
  switch (deps.account.kind) {
    case 'toggl':
      return (await import('./toggl/create-toggl.ts')).createToggl(deps)
    case 'clockify':
      return (await import('./clockify/create-clockify.ts')).createClockify(deps)
    default:
      return null
  }
}
