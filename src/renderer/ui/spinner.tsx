import { LoaderCircle } from 'lucide-react'

/** For an action under way, after 150 ms. */
export function Spinner({ label }: { label: string }) {
  return (
    <span role="status" aria-label={label} className="inline-flex animate-late">
      <LoaderCircle aria-hidden="true" size={16} className="animate-spin text-ink-faint" />
    </span>
  )
}
