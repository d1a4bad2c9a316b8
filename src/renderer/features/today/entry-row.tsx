import { clsx } from 'clsx'
import { CircleDollarSign, MonitorOff, Play } from 'lucide-react'
import { memo } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useNowMinuteMs } from '../../client/use-now.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { ProjectField } from '../entries/project-field.tsx'
import { TagsField } from '../entries/tags-field.tsx'
import { WorkItemField } from '../entries/work-item-field.tsx'
import { useDayContext } from './day-context.ts'
import { DurationCell } from './duration-cell.tsx'
import { entryPart } from './entry-part.ts'
import { GridCell } from './grid-cell.tsx'
import { RowMenu } from './row-menu.tsx'
import { TimesCell, TimesNote } from './times-cell.tsx'

const quietButton =
  'inline-flex size-7 items-center justify-center rounded-md hover:bg-pressed hover:text-ink ' +
  'group-hover/row:opacity-100 group-focus-within/row:opacity-100'

/** The cells of one entry. Only the active row is in the tab order: arrow keys move between rows, Tab within one. */
export const EntryRow = memo(function EntryRow({
  entry,
  next,
  isActive,
  isSelected,
  showsSelection,
  onToggle,
}: {
  entry: Entry
  next: Entry | null
  isActive: boolean
  isSelected: boolean
  showsSelection: boolean
  onToggle: (id: string, isRange: boolean) => void
}) {
  const { day, commands } = useDayContext()
  const nowMs = useNowMinuteMs()
  const part = entryPart(entry, day, nowMs)
  const tabIndex = isActive ? 0 : -1
  /** Nothing for a second line: its fields wait, unseen, at the end of the first. */
  const isBare =
    entry.projectId === null && entry.tagIds.length === 0 && entry.workItemId === null && !entry.offComputer
  const isRunning = entry.time.kind === 'clock' && entry.time.endedAtMs === null
  return (
    <>
      <GridCell className="flex h-6 items-center justify-center">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label="Select"
          checked={isSelected}
          onChange={() => undefined}
          onClick={(event) => onToggle(entry.id, event.shiftKey)}
          className={clsx(
            'size-4 accent-accent group-hover/row:opacity-100 group-focus-within/row:opacity-100',
            !showsSelection && 'opacity-0',
          )}
        />
      </GridCell>
      <GridCell className="min-w-0">
        <TimesCell entry={entry} tabIndex={tabIndex} />
        <TimesNote entry={entry} fromDayBefore={part.fromDayBefore} intoDayAfter={part.intoDayAfter} />
      </GridCell>
      <GridCell className={clsx('min-w-0', isBare && 'flex items-center gap-1')}>
        <span className="flex min-h-6 min-w-0 grow items-center gap-1">
          <InlineEdit
            name="note"
            label="Note"
            tabIndex={tabIndex}
            multiline
            value={entry.note}
            display={
              entry.note === '' ? undefined : <span className="block truncate">{entry.note.split('\n')[0]}</span>
            }
            placeholder="Add a note"
            className="max-w-full grow truncate font-medium"
            onSave={(note) => commands.update(entry, { note })}
          />
        </span>
        <span className="flex min-w-0 shrink-0 items-center gap-1">
          <ProjectField
            look="row"
            tabIndex={tabIndex}
            value={entry}
            onChange={(choice) => void commands.update(entry, { ...choice })}
          />
          <TagsField
            look="row"
            tabIndex={tabIndex}
            value={entry.tagIds}
            onChange={(tagIds) => void commands.update(entry, { tagIds })}
          />
          <WorkItemField
            look="row"
            tabIndex={tabIndex}
            value={entry.workItemId}
            onChange={(workItemId) => void commands.update(entry, { workItemId })}
          />
          {entry.offComputer && (
            <MonitorOff size={14} className="shrink-0 text-ink-faint" aria-label="Away from the computer" role="img" />
          )}
        </span>
      </GridCell>
      <GridCell className="flex h-6 items-center justify-center">
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label="Billable"
          title={entry.billable ? 'Billable' : 'Not billable'}
          aria-pressed={entry.billable}
          onClick={() => void commands.update(entry, { billable: !entry.billable })}
          className={clsx(quietButton, entry.billable ? 'text-accent-text' : 'text-ink-faint opacity-0')}
        >
          <CircleDollarSign size={16} strokeWidth={1.75} />
        </button>
      </GridCell>
      <GridCell className="flex justify-end">
        <DurationCell entry={entry} tabIndex={tabIndex} />
      </GridCell>
      <GridCell className="flex h-6 items-center justify-end">
        {!isRunning && (
          <button
            type="button"
            tabIndex={tabIndex}
            aria-label="Continue"
            title="Continue"
            onClick={() => void commands.continueEntry(entry)}
            className={clsx(quietButton, 'text-ink-faint opacity-0 @max-lg:hidden')}
          >
            <Play size={16} strokeWidth={1.75} />
          </button>
        )}
        <RowMenu entry={entry} next={next} tabIndex={tabIndex} />
      </GridCell>
    </>
  )
})
