import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConnectionContext } from '../client/client-context.ts'
import type { Connection } from '../client/connect.ts'
import { Toaster } from '../ui/toast.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { Announcer } from './announcer.tsx'
import { DocumentTitle } from './document-title.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'

export function App({ connection, queries }: { connection: Connection; queries: QueryClient }) {
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <TooltipProvider>
          <ErrorBoundary resetKey="app">
            <Frame />
          </ErrorBoundary>
          <DocumentTitle />
          <Announcer />
          <Toaster />
        </TooltipProvider>
      </QueryClientProvider>
    </ConnectionContext>
  )
}
