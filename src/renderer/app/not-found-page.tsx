import { MapPinOff } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from './page.tsx'

/** An address that leads nowhere: an old bookmark, or a slip of the keys. */
export function NotFoundPage() {
  const [path] = useLocation()
  return (
    <Page title="Not found" heading="There is no such page">
      <EmptyState
        icon={<MapPinOff size={24} />}
        title="Nothing is at this address"
        actions={
          <Link href="/today" className={buttonClass('primary')}>
            Go to Today
          </Link>
        }
      >
        Stint has no page called <code className="wrap-anywhere">{path}</code>. Your time is safe, and a running timer
        goes on.
      </EmptyState>
    </Page>
  )
}
