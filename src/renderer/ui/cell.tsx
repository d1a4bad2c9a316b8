import type { ComponentProps } from 'react'

/** A cell of a VirtualTable, which is made of divs because its rows are placed freely. */
export function Cell(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="cell" {...props} />
}
