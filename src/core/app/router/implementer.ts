import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { CoreContext } from '../core-context.ts'
import { borderError } from './error-bridge.ts'
import type { RouterContext } from './router-context.ts'

/** The contract, ready to be given handlers; whatever they throw passes the border check first. */
export function createImplementer({ ports }: CoreContext) {
  return implement(contract)
    .$context<RouterContext>()
    .use(async ({ next, path }) => {
      try {
        return await next()
      } catch (thrown) {
        throw borderError(thrown, ports, path)
      }
    })
}

export type ContractImplementer = ReturnType<typeof createImplementer>
