import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { useConnection } from '../client/client-context.ts'
import type { ConnectionStatus } from '../client/connect.ts'
import { useRunning } from '../client/live-store.ts'
import { useNowMs } from '../client/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** Over a page that is shown already: what is wrong with the connection, what is safe, what to do. */
export function ConnectionNotice({ status }: { status: ConnectionStatus }) {
  if (status.kind === 'offline') return <OfflineNotice sinceMs={status.sinceMs} />
  if (status.kind === 'signed-out') {
    return (
      <Notice tone="warn" className="mx-4 mt-2" actions={<ReloadButton />}>
        You are signed out, so nothing can be changed here. Run <code>stint open</code> in a terminal and use the link
        it prints. Your time is safe.
      </Notice>
    )
  }
  if (status.kind === 'outdated') {
    return (
      <Notice tone="warn" className="mx-4 mt-2" actions={<ReloadButton />}>
        Stint was updated while this page was open. Reload to go on; your time is safe.
      </Notice>
    )
  }
  return null
}

function OfflineNotice({ sinceMs }: { sinceMs: number }) {
  const connection = useConnection()
  const running = useRunning()
  const gone = useNowMs() - sinceMs
  return (
    <Notice
      tone="warn"
      className="mx-4 mt-2"
      actions={
        <Button size="sm" onClick={() => connection.retry()}>
          Try now
        </Button>
      }
    >
      Stint is not answering. What was saved is safe
      {running === null ? '' : ', and the running timer keeps its true start'}. Reconnecting by itself
      {gone >= 10_000 ? <span className="tabular"> (for {formatDurationProse(gone)})</span> : ''}. If it was stopped,
      start it again with <code>stint serve</code>.
    </Notice>
  )
}

function ReloadButton() {
  return (
    <Button size="sm" onClick={() => window.location.reload()}>
      Reload
    </Button>
  )
}
