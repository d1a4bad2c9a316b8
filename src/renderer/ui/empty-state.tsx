import type { ReactNode } from 'react'

/** Says what this place is for and offers the first action. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-110 flex-col items-center gap-2 px-6 py-12 text-center">
      {icon !== undefined && (
        <div aria-hidden="true" className="mb-1 text-ink-faint">
          {icon}
        </div>
      )}
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      {children !== undefined && <div className="text-ink-muted text-pretty">{children}</div>}
      {actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
