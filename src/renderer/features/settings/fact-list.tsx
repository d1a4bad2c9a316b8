import type { ReactNode } from 'react'

/** What is so and cannot be changed here: names at the left, facts beside them. */
export function FactList({ facts }: { facts: readonly { name: string; fact: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[minmax(100px,auto)_minmax(0,1fr)] gap-x-6 gap-y-2 py-3 compact:gap-y-1 compact:py-2">
      {facts.map(({ name, fact }) => (
        <div key={name} className="contents">
          <dt className="text-ink-muted">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
