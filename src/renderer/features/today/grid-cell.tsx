import type { ReactNode } from 'react'

/** A cell of a row; the row and the controls inside take the focus, never the cell. */
export function GridCell({ className, children }: { className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed freely, which a table element cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div role="gridcell" className={className}>
      {children}
    </div>
  )
}
