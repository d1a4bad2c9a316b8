import { createRouterClient } from '@orpc/server'
import type { StintClient } from '../../shared/contract/contract.ts'
import type { StintRouter } from './rpc-handler.ts'

/** Speaks the contract to a core in this process. The same checks of input and output apply as over a wire. */
export function connectInMemory(router: StintRouter, actor: string): StintClient {
  return createRouterClient(router, { context: { actor } })
}
