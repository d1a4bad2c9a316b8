import { displayWidth, pad, shorten } from './display-width.ts'

export interface Column {
  readonly align?: 'left' | 'right'
  /** This column gives way when the terminal is too narrow; at most one per table. */
  readonly flexible?: boolean
  readonly paint?: (text: string) => string
}

const GAP = '  '
const NARROWEST = 12

/** Aligned columns; figures to the right, so that they can be compared down the page. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[], width?: number): string[] {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => displayWidth(row[index] ?? ''))))
  const flexible = columns.findIndex((column) => column.flexible === true)
  if (width !== undefined && flexible >= 0) {
    const used = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (columns.length - 1)
    const own = widths[flexible] ?? 0
    if (used > width) widths[flexible] = Math.max(Math.min(NARROWEST, own), own - (used - width))
  }
  return rows.map((row) =>
    columns
      .map((column, index) => {
        const room = widths[index] ?? 0
        const text = shorten(row[index] ?? '', room)
        const padded = pad(text, room, column.align ?? 'left')
        return column.paint === undefined ? padded : column.paint(padded)
      })
      .join(GAP)
      .trimEnd(),
  )
}
