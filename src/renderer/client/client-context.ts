import { createContext, useContext } from 'react'
import type { StintClient } from '../../shared/contract/contract.ts'
import type { Connection } from './connect.ts'

export const ConnectionContext = createContext<Connection | null>(null)

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (connection === null) throw new Error('Used outside of the app')
  return connection
}

/** For queries. For commands use `useCommand`, which sees to keys, retries and words. */
export function useClient(): StintClient {
  return useConnection().client
}
