import { ArrowUpRight } from 'lucide-react'
import { useConnection } from '../../client/client-context.ts'
import { runCommand } from '../../client/run-command.ts'
import { Button, buttonClass } from '../../ui/button.tsx'

/** Leads to the main window; in a browser to a tab with the page. */
export function OpenStint({ children }: { children: string }) {
  const connection = useConnection()
  const content = (
    <>
      {children}
      <ArrowUpRight aria-hidden="true" size={14} />
    </>
  )
  if (window.stintHost === undefined) {
    return (
      <a href="/today" target="_blank" rel="noreferrer" className={buttonClass('quiet', 'sm')}>
        {content}
      </a>
    )
  }
  return (
    <Button
      size="sm"
      variant="quiet"
      onClick={() =>
        void runCommand(connection, (client, commandKey) => client.desktop.run({ commandKey, action: 'show' }))
      }
    >
      {content}
    </Button>
  )
}
