import { QueryClient } from '@tanstack/react-query'
import { ConnectionLostError } from './connection-lost.ts'

/** Answers stay fresh until the live stream says otherwise. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The host is on this machine: being without internet says nothing about it.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // A host that went away comes back; a refusal stays one.
        retry: (_count, error) => error instanceof ConnectionLostError,
        retryDelay: 500,
      },
    },
  })
}
