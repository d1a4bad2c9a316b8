import { clsx } from 'clsx'
import { formatDurationProse, formatDurationTable } from '../../../shared/format/format-duration.ts'
import { Cell } from '../../ui/cell.tsx'

/** A sum of time in a table: `5:12`, the same in words on hover, a faint dash for none. */
export function TimeCell({ ms, known, className }: { ms: number; known: boolean; className?: string }) {
  return (
    <Cell
      title={known && ms > 0 ? formatDurationProse(ms) : undefined}
      className={clsx('tabular px-2 text-right', ms === 0 && 'text-ink-faint', className)}
    >
      {!known ? '' : ms === 0 ? '–' : formatDurationTable(ms)}
    </Cell>
  )
}
