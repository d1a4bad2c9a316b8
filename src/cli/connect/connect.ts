import type { StintClient } from '../../shared/contract/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CliError } from '../cli-error.ts'
import { reachProfile } from './reach-profile.ts'

/** A way to ask the contract, and how to let go of it. */
export interface Connection {
  readonly client: StintClient
  readonly close: () => Promise<void>
}

/** Speaks to the host of a profile, or to the profile itself, opened for this one command. The answers are the same. */
export async function connect(profileDir: string): Promise<Result<Connection, CliError>> {
  const reached = await reachProfile(profileDir, 'cli')
  if (!reached.ok) return reached
  if (reached.value.state === 'served') {
    const { connectHttp } = await import('../../platform/transport/http-client.ts')
    const connection = connectHttp(reached.value.host)
    return ok({ client: connection.client, close: async () => connection.close() })
  }
  const { opened } = reached.value
  const { connectInMemory } = await import('../../platform/transport/in-memory-client.ts')
  return ok({ client: connectInMemory(opened.core.router, 'cli'), close: () => opened.dispose() })
}
