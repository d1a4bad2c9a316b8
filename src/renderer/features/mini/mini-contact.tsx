import { useConnection } from '../../client/client-context.ts'
import { useLive } from '../../client/live-store.ts'
import { Button } from '../../ui/button.tsx'

/** While the host does not answer: what is so, and what to do, in a few words. */
export function MiniContact() {
  const connection = useConnection()
  const { kind } = useLive((live) => live.connection)
  const reload = () => window.location.reload()
  switch (kind) {
    case 'connecting':
    case 'online':
      return (
        <p role="status" className="pl-2 text-sm text-ink-muted">
          Connecting to Stint
        </p>
      )
    case 'offline':
      return <Line text="Stint is not answering. Your time is safe." label="Try now" onClick={connection.retry} />
    case 'signed-out':
      return <Line text="Not signed in: run “stint open” in a terminal." label="Reload" onClick={reload} />
    case 'outdated':
      return <Line text="Stint was updated. Your time is safe." label="Reload" onClick={reload} />
  }
}

function Line({ text, label, onClick }: { text: string; label: string; onClick: () => void }) {
  return (
    <p role="alert" className="flex grow items-center gap-2 pl-2 text-sm text-warn">
      <span className="min-w-0 grow">{text}</span>
      <Button size="sm" onClick={onClick}>
        {label}
      </Button>
    </p>
  )
}
