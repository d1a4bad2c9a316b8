import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { useProvideActions, useShortcut } from '../../app/actions.ts'
import { locale } from '../../app/locale.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { useCatalogue } from '../../client/queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useNameCommands } from '../entries/use-name-commands.ts'
import { AddForm } from './add-form.tsx'
import { useDayContext } from './day-context.ts'
import { type ReadLine, readLine } from './read-line.ts'

/** One line for an entry by hand, as people write it down: `9-10:30 Fix retry @Acme #backend`. */
export function AddRow() {
  const { day, zone, commands } = useDayContext()
  const catalogue = useCatalogue()
  const names = useNameCommands()
  const shortcut = useShortcut('today.add')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useProvideActions({ 'today.add': () => input.current?.focus() })

  const line = text.trim() === '' ? null : readLine(text, { nowMs: hostNowMs(), zone, day }, catalogue)

  async function add() {
    if (line === null) return
    if (line.time === null) {
      return setProblem('Begin with a time or a length: 9-10:30, 9 +45m, yesterday 14-15, or 1h 30m.')
    }
    const projectId = line.project === null ? null : (line.project.id ?? (await names.createProject(line.project.name)))
    const tagIds: string[] = []
    for (const tag of line.tags) {
      const id = tag.id ?? (await names.createTag(tag.name))
      if (id !== null) tagIds.push(id)
    }
    const { time, note, billable } = line
    const details = { note, projectId, tagIds, ...(billable === undefined ? {} : { billable }) }
    const onDay = time.kind === 'day' ? time.day : dayOf(time.startedAtMs, time.zone)
    const result = await commands.add(
      { time, ...details },
      `Added${onDay === day ? '' : ` to ${formatDayTitle(onDay, locale(), day)}`}: ${lengthOf(line)}`,
    )
    if (!result.ok) return setProblem(result.error.message)
    setText('')
    setProblem(null)
  }

  return (
    <form
      className="border-t border-line bg-surface"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      {(problem !== null || line !== null) && (
        <div id="add-note" className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-2 text-sm">
          {problem === null ? (
            line && <Preview line={line} />
          ) : (
            <span role="alert" className="text-danger">
              {problem}
            </span>
          )}
        </div>
      )}
      <div className="flex h-12 items-center gap-2 px-3">
        <Plus aria-hidden="true" size={16} className="shrink-0 text-ink-faint" />
        <input
          ref={input}
          type="text"
          aria-label="Add an entry by hand"
          aria-describedby="add-note"
          aria-invalid={problem !== null}
          placeholder="Add by hand: 9-10:30 Fix retry @Acme #backend"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setText('')
            setProblem(null)
            event.currentTarget.blur()
          }}
          className="h-8 min-w-0 grow truncate rounded-md bg-transparent px-1 outline-none focus-visible:ring-1 focus-visible:ring-accent"
        />
        {text === '' ? (
          <>
            <Kbd shortcut={shortcut} className="max-sm:hidden" />
            <AddForm />
          </>
        ) : (
          <Button type="submit" size="sm" variant="primary">
            Add
          </Button>
        )}
      </div>
    </form>
  )
}

/** What the line was understood as, before it is added. */
function Preview({ line }: { line: ReadLine }) {
  const { clockStyle, day } = useDayContext()
  const { time, project, tags, note } = line
  const onDay = time === null ? day : time.kind === 'day' ? time.day : dayOf(time.startedAtMs, time.zone)
  const clock = (ms: number) => formatClock(ms, time?.zone ?? 'UTC', clockStyle)
  return (
    <>
      {time === null ? (
        <span className="text-ink-faint">no time yet</span>
      ) : (
        <span className="tabular font-medium">
          {onDay !== day && `${formatDayTitle(onDay, locale(), day)}, `}
          {time.kind === 'clock' && `${clock(time.startedAtMs)}–${clock(time.endedAtMs ?? 0)}, `}
          {lengthOf(line)}
        </span>
      )}
      {project !== null && (
        <span className="flex items-center gap-1.5">
          <ColourDot colour={project.colour} />
          {project.name}
          {project.id === null && <Badge tone="accent">new project</Badge>}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag.name} className="flex items-center gap-1.5 text-ink-muted">
          #{tag.name}
          {tag.id === null && <Badge tone="accent">new tag</Badge>}
        </span>
      ))}
      {line.billable !== undefined && <Badge>{line.billable ? 'billable' : 'not billable'}</Badge>}
      <span className="min-w-0 truncate text-ink-muted">{note}</span>
    </>
  )
}

function lengthOf({ time }: ReadLine): string {
  if (time === null) return ''
  return formatDurationProse(time.kind === 'day' ? time.durationMs : (time.endedAtMs ?? 0) - time.startedAtMs)
}
