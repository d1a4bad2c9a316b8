import { useConnection } from '../client/client-context.ts'
import type { ConnectionStatus } from '../client/connect.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'

/** In place of a page while the host has never answered: nothing is known yet, so nothing can be shown. */
export function FirstContact({ status }: { status: ConnectionStatus }) {
  const connection = useConnection()
  switch (status.kind) {
    case 'connecting':
    case 'online':
      return <SkeletonRows label="Connecting to Stint" />
    case 'offline':
      return (
        <ErrorState
          title="Stint is not running"
          safe="Your time is safe: it is kept in the profile on this machine, not in this page."
          actions={
            <Button variant="primary" onClick={() => connection.retry()}>
              Try now
            </Button>
          }
        >
          Start it with <code>npm start</code> or <code>stint serve</code>. This page connects by itself when it
          answers.
        </ErrorState>
      )
    case 'signed-out':
      return (
        <ErrorState
          title="This browser is not signed in"
          safe="Only you may see your time, so each browser signs in once with a link that works one time."
          actions={
            <Button variant="primary" onClick={() => window.location.reload()}>
              I have signed in: reload
            </Button>
          }
        >
          Run <code>stint open</code> in a terminal. It opens a signed-in page, or prints its link.
        </ErrorState>
      )
    case 'outdated':
      return (
        <ErrorState
          title="Stint was updated"
          safe="Your time is safe."
          actions={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
          }
        >
          This page is older than Stint itself.
        </ErrorState>
      )
  }
}
