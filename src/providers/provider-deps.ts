import type { Http } from '../core/ports/http.ts'
import type { Account } from '../shared/contract/accounts.ts'

/** All that an adapter may know of the world. */
export interface ProviderDeps {
  readonly http: Http
  /** As it is now; people edit accounts. */
  readonly account: Account
  /** The token or password. It goes into headers and bodies of requests, never anywhere else. */
  readonly secret: string
  nowMs(): number
}
