import { useState } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { Overlap, OverlapFix } from '../../../shared/contract/entries.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useDayContext } from './day-context.ts'
import { FixRow, fixClass } from './fix-row.tsx'

/** Two entries that hold the same time, and the ways to give it to one of them. */
export function OverlapRow({
  overlap,
  first,
  second,
  isActive,
}: {
  overlap: Overlap
  first: Entry
  second: Entry
  isActive: boolean
}) {
  const { commands, zone, clockStyle } = useDayContext()
  const [problem, setProblem] = useState<string | null>(null)
  const clock = (ms: number) => formatClock(ms, zone, clockStyle)
  const nameOf = (entry: Entry) => (entry.note === '' ? 'no note' : `“${entry.note.split('\n')[0]?.slice(0, 30)}”`)
  const fixes: Record<OverlapFix, { label: string; title: string }> = {
    'trim-first': { label: 'End first earlier', title: `Let ${nameOf(first)} end at ${clock(overlap.startMs)}` },
    'trim-second': { label: 'Start second later', title: `Let ${nameOf(second)} start at ${clock(overlap.endMs)}` },
    'split-around': { label: 'Split around', title: `Cut ${nameOf(second)} out of ${nameOf(first)}` },
  }
  return (
    <FixRow
      problem={problem}
      tone="overlap"
      text={
        <span title={`${nameOf(first)} and ${nameOf(second)}`}>
          overlap of {formatDurationProse(overlap.endMs - overlap.startMs)},{' '}
          <span className="tabular">
            {clock(overlap.startMs)}–{clock(overlap.endMs)}
          </span>
        </span>
      }
    >
      {overlap.fixes.map((fix) => (
        <button
          key={fix}
          type="button"
          tabIndex={isActive ? 0 : -1}
          className={fixClass}
          title={fixes[fix].title}
          onClick={async () => setProblem(await commands.fixOverlap(overlap.firstId, overlap.secondId, fix))}
        >
          {fixes[fix].label}
        </button>
      ))}
    </FixRow>
  )
}
