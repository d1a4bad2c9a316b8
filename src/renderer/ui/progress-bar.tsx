import { clsx } from 'clsx'

/** How far something is, 0 to 1; null where nobody can tell. */
export function ProgressBar({ label, value, className }: { label: string; value: number | null; className?: string }) {
  const shown = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={shown}
      className={clsx('h-1.5 overflow-hidden rounded-full bg-pressed', className ?? 'w-full')}
    >
      <div
        className={clsx('h-full rounded-full bg-accent', shown === undefined && 'opacity-50')}
        style={{ width: `${shown ?? 100}%` }}
      />
    </div>
  )
}
