import { clsx } from 'clsx'

/** A grey shape where something is about to be, shown only after 150 ms. Decoration: say "Loading" beside it once. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={clsx('animate-late rounded-sm bg-pressed', className ?? 'h-4 w-full')} />
}

/** Rows of a list that loads. */
export function SkeletonRows({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={index} className={clsx('h-5', index % 3 === 2 ? 'w-2/5' : index % 2 ? 'w-3/5' : 'w-4/5')} />
      ))}
    </div>
  )
}
