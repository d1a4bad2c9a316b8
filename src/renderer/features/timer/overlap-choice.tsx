import { formatClock } from '../../../shared/format/format-clock.ts'
import { useClockStyle } from '../../app/locale.ts'
import type { Refusal } from '../../client/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The question of a start that reaches back into finished time. Nothing was changed yet. */
export function OverlapChoice({
  refusal,
  zone,
  onChoose,
}: {
  refusal: Extract<Refusal, { code: 'starts-before-last-end' }>
  zone: string
  onChoose: (choice: 'cut' | 'overlap') => void
}) {
  const style = useClockStyle()
  const { entries, canCut } = refusal.data
  const clock = (ms: number | null) => (ms === null ? 'now' : formatClock(ms, zone, style))
  const first = entries[0]
  return (
    <Notice tone="warn">
      <p>
        {entries.length === 1 && first !== undefined
          ? `An entry already holds ${clock(first.startedAtMs)}–${clock(first.endedAtMs)}.`
          : `${entries.length} entries already hold part of that time.`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {canCut && (
          <Button size="sm" onClick={() => onChoose('cut')}>
            Cut {entries.length === 1 ? 'it' : 'them'} there
          </Button>
        )}
        <Button size="sm" onClick={() => onChoose('overlap')}>
          Let them overlap
        </Button>
      </div>
    </Notice>
  )
}
