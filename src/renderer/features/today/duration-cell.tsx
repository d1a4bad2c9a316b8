import type { Entry } from '../../../shared/contract/entities.ts'
import { formatDurationTable } from '../../../shared/format/format-duration.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { useNowMs } from '../../client/use-now.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { useDayContext } from './day-context.ts'
import { entryPart } from './entry-part.ts'
import { shownDuration } from './times-cell.tsx'
import { withTypedDuration } from './typed-times.ts'

/** How long, on this day; typing changes the whole. */
export function DurationCell({ entry, tabIndex }: { entry: Entry; tabIndex: number }) {
  const isRunning = entry.time.kind === 'clock' && entry.time.endedAtMs === null
  return isRunning ? (
    <RunningDuration entry={entry} tabIndex={tabIndex} />
  ) : (
    <Duration entry={entry} nowMs={0} tabIndex={tabIndex} />
  )
}

/** Apart, so that only the running entry is drawn each second. */
function RunningDuration({ entry, tabIndex }: { entry: Entry; tabIndex: number }) {
  return <Duration entry={entry} nowMs={useNowMs()} tabIndex={tabIndex} />
}

function Duration({ entry, nowMs, tabIndex }: { entry: Entry; nowMs: number; tabIndex: number }) {
  const { day, commands } = useDayContext()
  const { partMs, wholeMs } = entryPart(entry, day, nowMs)
  return (
    <span className="tabular flex flex-col items-end">
      <InlineEdit
        name="duration"
        label="Duration"
        tabIndex={tabIndex}
        value={formatDurationTable(wholeMs)}
        display={shownDuration(partMs)}
        className="h-6 font-medium"
        inputClassName="w-16 text-right"
        onSave={(text) => {
          const typed = withTypedDuration(entry.time, text, hostNowMs())
          return typed.ok ? commands.setTime(entry, typed.value) : typed.error.message
        }}
      />
      {partMs !== wholeMs && <span className="px-1 text-sm text-ink-faint">of {formatDurationTable(wholeMs)}</span>}
    </span>
  )
}
