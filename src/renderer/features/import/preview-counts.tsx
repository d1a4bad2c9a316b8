import { useState } from 'react'
import type { ImportPreview } from '../../../shared/contract/transfer.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { locale } from '../../app/locale.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { countInWords } from './import-words.ts'

/** What would be added and what not, the names it would make, and the button that does it. */
export function PreviewCounts({
  preview,
  isImporting,
  isReading,
  onImport,
}: {
  preview: ImportPreview
  isImporting: boolean
  /** The figures are about to change. */
  isReading: boolean
  onImport: (skipFailed: boolean) => void
}) {
  const [skipFailed, setSkipFailed] = useState(false)
  const { toAdd, failed } = preview
  const newNames = namesInWords(preview)
  const addsNothing = toAdd === 0 && newNames.length === 0
  return (
    <div className="flex flex-col gap-4" aria-busy={isReading}>
      <dl className="grid grid-cols-4 gap-px overflow-hidden rounded-md border border-line bg-line max-sm:grid-cols-2">
        <Count label="To add" value={toAdd} note={toAdd === 0 ? '' : formatDurationProse(preview.totalMs)} strong />
        <Count label="Already here" value={preview.alreadyThere} note="left as they are" />
        <Count label="Repeated in the file" value={preview.repeatedInFile} note="taken once" />
        <Count label="Cannot be read" value={failed} note={failed === 0 ? '' : 'see below'} isBad={failed > 0} />
      </dl>
      <div className="flex flex-col gap-1 text-sm text-ink-muted">
        {preview.firstDay !== null && preview.lastDay !== null && (
          <p>
            From {dayTitle(preview.firstDay)} to {dayTitle(preview.lastDay)}.
          </p>
        )}
        {newNames.map((text) => (
          <p key={text} className="line-clamp-2 break-words">
            {text}
          </p>
        ))}
      </div>
      {failed > 0 && !addsNothing && (
        <Checkbox checked={skipFailed} disabled={isImporting} onChange={(event) => setSkipFailed(event.target.checked)}>
          Leave out{' '}
          {failed === 1 ? 'the row that cannot be read' : `the ${failed.toLocaleString('en')} rows that cannot be read`}
        </Checkbox>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          variant="primary"
          disabled={isImporting || isReading || addsNothing || (failed > 0 && !skipFailed)}
          onClick={() => onImport(skipFailed)}
        >
          {addsNothing
            ? 'Nothing to import'
            : toAdd === 0
              ? 'Import the new names'
              : `Import ${countInWords(toAdd, 'entry', 'entries')}`}
        </Button>
        {isImporting ? (
          <span role="status" className="flex grow items-center gap-3 text-sm text-ink-muted">
            <ProgressBar label="Importing" value={null} className="max-w-60 grow animate-late" />
            All at once or not at all; this cannot be stopped half-way.
          </span>
        ) : (
          <span className="text-sm text-ink-faint">
            {addsNothing
              ? nothingWords(preview)
              : failed > 0 && !skipFailed
                ? 'Mend the file, or say that these rows may be left out.'
                : 'The import can be taken out again as a whole.'}
          </span>
        )}
      </div>
    </div>
  )
}

function Count({
  label,
  value,
  note,
  strong = false,
  isBad = false,
}: {
  label: string
  value: number
  note: string
  strong?: boolean
  isBad?: boolean
}) {
  return (
    <div className="flex flex-col bg-surface px-4 py-3">
      <dt className="text-sm text-ink-muted">{label}</dt>
      <dd
        className={strong ? 'tabular text-xl font-semibold' : isBad ? 'tabular text-xl text-danger' : 'tabular text-xl'}
      >
        {value.toLocaleString('en')}
      </dd>
      <dd className="min-h-5 text-sm text-ink-faint">{note}</dd>
    </div>
  )
}

function dayTitle(day: string): string {
  return `${formatDayTitle(day, locale())} ${day.slice(0, 4)}`
}

function nothingWords({ rows, failed }: ImportPreview): string {
  if (rows === 0) return 'There is no entry in this file.'
  return failed === rows ? 'No row of this file can be read.' : 'Everything in this file is here already.'
}

const MAX_NAMES = 12

function namesInWords({ newClients, newProjects, newActivities, newTags }: ImportPreview): string[] {
  const say = (names: readonly string[], one: string, many: string) =>
    names.length === 0
      ? []
      : [
          `Makes ${countInWords(names.length, one, many)}: ${names.slice(0, MAX_NAMES).join(', ')}${names.length > MAX_NAMES ? ', …' : ''}`,
        ]
  return [
    ...say(newClients, 'client', 'clients'),
    ...say(newProjects, 'project', 'projects'),
    ...say(newActivities, 'activity', 'activities'),
    ...say(newTags, 'tag', 'tags'),
  ]
}
