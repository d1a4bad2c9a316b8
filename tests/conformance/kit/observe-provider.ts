import type { SyncFields } from '../../../src/core/domain/sync/sync-fields.ts'
import type { ProviderError } from '../../../src/core/ports/provider-error.ts'
import type { TimeProvider } from '../../../src/core/ports/time-provider.ts'
import type { Result } from '../../../src/shared/result.ts'
import { Killed } from '../../fakes/memory-provider.ts'
import type { ProviderCall } from './wire-profile.ts'

/** What passed between the kit and an adapter. */
export interface Observed {
  readonly calls: ProviderCall[]
  /** Every answer, as JSON: no secret may be in it. */
  readonly answers: string[]
  /** What the calls that succeeded have made, by remote id. */
  readonly made: Map<string, SyncFields>
}

/** When the process dies in the next call of this kind. */
export type KillAt = { readonly call: ProviderCall; readonly when: 'before' | 'after' }

/** The same adapter, watched; `nextKill` is asked at each call. */
export function observeProvider(
  provider: () => TimeProvider,
  observed: Observed,
  nextKill: (call: ProviderCall) => KillAt | undefined,
): TimeProvider {
  async function watch<T>(call: ProviderCall, work: () => Promise<Result<T, ProviderError>>) {
    observed.calls.push(call)
    const kill = nextKill(call)
    if (kill?.when === 'before') throw new Killed()
    const answer = await work()
    if (kill !== undefined) throw new Killed()
    observed.answers.push(JSON.stringify(answer))
    return answer
  }
  return {
    get capabilities() {
      return provider().capabilities
    },
    check: () => watch('check', () => provider().check()),
    catalogue: () => watch('catalogue', () => provider().catalogue()),
    async create(write, lane) {
      const answer = await watch('create', () => provider().create(write, lane))
      if (answer.ok) observed.made.set(answer.value.remoteId, write.fields)
      return answer
    },
    async update(remoteId, write, changed, lane) {
      const answer = await watch('update', () => provider().update(remoteId, write, changed, lane))
      if (answer.ok) observed.made.set(remoteId, write.fields)
      return answer
    },
    async remove(remoteId, lane) {
      const answer = await watch('remove', () => provider().remove(remoteId, lane))
      if (answer.ok) observed.made.delete(remoteId)
      return answer
    },
    find: (write) => watch('find', () => provider().find(write)),
    get: (remoteId) => watch('get', () => provider().get(remoteId)),
    running: () => watch('running', () => provider().running()),
    pull: (request) => watch('pull', () => provider().pull(request)),
  }
}
