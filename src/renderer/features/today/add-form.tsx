import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { parseRange } from '../../../shared/time-input/parse-range.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { refusalText } from '../../client/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ProjectField } from '../entries/project-field.tsx'
import { TagsField } from '../entries/tags-field.tsx'
import { WorkItemField } from '../entries/work-item-field.tsx'
import { useDayContext } from './day-context.ts'
import { timeOfRange } from './typed-times.ts'
import type { EntryChange } from './use-entry-commands.ts'

type Details = Required<Pick<EntryChange, 'note' | 'projectId' | 'activityId' | 'workItemId' | 'tagIds'>>
const EMPTY: Details = { note: '', projectId: null, activityId: null, workItemId: null, tagIds: [] }

/** The same as the line beside it, with a field for each thing. */
export function AddForm() {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label="Add an entry"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-92 max-w-[calc(100vw-16px)] p-4"
      trigger={
        <IconButton label="Add with fields" size="sm">
          <ListPlus size={16} />
        </IconButton>
      }
    >
      <Fields onDone={() => setOpen(false)} />
    </Popover>
  )
}

function Fields({ onDone }: { onDone: () => void }) {
  const { day, zone, commands } = useDayContext()
  const [date, setDate] = useState<string>(day)
  const [times, setTimes] = useState('')
  const [details, setDetails] = useState(EMPTY)
  const [billable, setBillable] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const range = parseRange(times, { nowMs: hostNowMs(), zone, day: date === '' ? day : date })
  const change = (next: Partial<Details>) => setDetails((before) => ({ ...before, ...next }))

  async function add() {
    if (!range.ok) return setProblem(range.error.message)
    const input: EntryChange = { ...details, ...(billable === null ? {} : { billable }) }
    const result = await commands.add({ ...input, time: timeOfRange(range.value, zone) }, 'Added')
    if (result.ok) onDone()
    else setProblem(refusalText(result))
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="flex gap-3">
        <TextField
          type="date"
          label="Day"
          className="w-36 shrink-0"
          value={date}
          min="1900-01-01"
          max="2999-12-31"
          onChange={(event) => setDate(event.target.value)}
        />
        <TextField
          label="Times, or a length"
          className="grow"
          placeholder="9-10:30 or 1h 30m"
          autoFocus
          value={times}
          onChange={(event) => {
            setTimes(event.target.value)
            setProblem(null)
          }}
          error={problem}
          hint={
            range.ok
              ? formatDurationProse(
                  range.value.kind === 'day' ? range.value.durationMs : range.value.endMs - range.value.startMs,
                )
              : 'An interval, or only how long'
          }
        />
      </div>
      <TextField label="Note" value={details.note} onChange={(event) => change({ note: event.target.value })} />
      <div className="flex flex-wrap items-center gap-1">
        <ProjectField look="bar" value={details} onChange={change} />
        <TagsField look="bar" value={details.tagIds} onChange={(tagIds) => change({ tagIds })} />
        <WorkItemField look="bar" value={details.workItemId} onChange={(workItemId) => change({ workItemId })} />
        <Checkbox
          className="ml-auto"
          checked={billable === true}
          onChange={(event) => setBillable(event.target.checked)}
        >
          Billable
        </Checkbox>
      </div>
      <Button type="submit" variant="primary" className="self-end">
        Add
      </Button>
    </form>
  )
}
