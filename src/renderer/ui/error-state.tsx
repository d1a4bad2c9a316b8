import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What happened, what is safe, what to do. */
export function ErrorState({
  title,
  safe,
  children,
  actions,
}: {
  title: string
  /** What is not lost, in one sentence. */
  safe?: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div role="alert" className="mx-auto flex max-w-120 flex-col items-center gap-2 px-6 py-12 text-center">
      <TriangleAlert aria-hidden="true" size={24} className="mb-1 text-warn" />
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      {safe !== undefined && <p className="text-ink-muted text-pretty">{safe}</p>}
      {children !== undefined && <div className="text-ink-muted text-pretty">{children}</div>}
      {actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
