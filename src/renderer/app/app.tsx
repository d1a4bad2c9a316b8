import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useLocation } from 'wouter'
import { ConnectionContext } from '../client/client-context.ts'
import type { Connection } from '../client/connect.ts'
import { Toaster } from '../ui/toast.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { Announcer } from './announcer.tsx'
import { DocumentTitle } from './document-title.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'

const MiniPage = lazy(async () => ({ default: (await import('../features/mini/mini-page.tsx')).MiniPage }))

export function App({ connection, queries }: { connection: Connection; queries: QueryClient }) {
  const isMini = useLocation()[0] === '/mini'
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <TooltipProvider>
          <ErrorBoundary resetKey="app">
            {isMini ? (
              <Suspense>
                <MiniPage />
              </Suspense>
            ) : (
              <Frame />
            )}
          </ErrorBoundary>
          <DocumentTitle />
          <Announcer />
          {/* The mini window has a line of its own for what is to be said. */}
          {!isMini && <Toaster />}
        </TooltipProvider>
      </QueryClientProvider>
    </ConnectionContext>
  )
}
