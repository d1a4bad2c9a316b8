import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A heading in a VirtualTable. One that is `sr-only` still takes its place in the grid. */
export function ColumnHead({ className, children }: { className?: string; children: ReactNode }) {
  const hidden = className === 'sr-only'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a VirtualTable is made of divs
    // biome-ignore lint/a11y/useFocusableInteractive: headings are not to be focused
    <span role="columnheader" className={clsx('truncate', !hidden && className)}>
      {hidden ? <span className="sr-only">{children}</span> : children}
    </span>
  )
}
