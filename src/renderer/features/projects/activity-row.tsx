import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Activity, Project } from '../../../shared/contract/entities.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cell } from '../../ui/cell.tsx'
import type { ThingActions } from './client-row.tsx'
import { NameEdit } from './name-edit.tsx'
import { RowProblem } from './row-problem.tsx'
import { ThingMenu } from './thing-menu.tsx'
import { TimeCell } from './time-cell.tsx'

/** An activity of its project's own, below it. */
export function ActivityRow({
  activity,
  month,
  all,
  known,
  actions,
}: {
  activity: Activity
  month: number
  all: number
  known: boolean
  actions: ThingActions
}) {
  return (
    <>
      <Cell className="flex min-w-0 items-center gap-2 pl-18">
        <NameEdit
          name="name"
          label="Activity"
          value={activity.name}
          onSave={actions.onRename}
          className="text-ink-muted"
        />
        {activity.archived && <Badge>archived</Badge>}
      </Cell>
      <Cell />
      <TimeCell ms={month} known={known} className="text-ink-muted max-sm:hidden" />
      <TimeCell ms={all} known={known} className="text-ink-muted" />
      <Cell className="flex justify-end pr-2">
        <ThingMenu
          name={activity.name}
          archived={activity.archived}
          onArchive={actions.onArchive}
          onRemove={actions.onRemove}
        />
      </Cell>
      <RowProblem
        refusal={actions.problem}
        wayOut={activity.archived ? undefined : { label: 'Archive', run: () => actions.onArchive(true) }}
        onDismiss={actions.onDismiss}
      />
    </>
  )
}

/** The line under a project's activities that makes another. */
export function NewActivityRow({
  project,
  onCreate,
}: {
  project: Project
  /** Answers with the words of a refusal. */
  onCreate: (name: string) => Promise<string | null>
}) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  async function create() {
    if (text.trim() === '') return
    const refusal = await onCreate(text.trim())
    setProblem(refusal)
    if (refusal === null) setText('')
  }
  return (
    <Cell className="col-span-full flex min-w-0 items-center gap-2 pl-18 text-ink-muted">
      <Plus aria-hidden="true" size={16} className="shrink-0 text-ink-faint" />
      <input
        data-row-focus
        aria-label={`New activity in ${project.name}`}
        aria-invalid={problem !== null}
        placeholder="New activity, then Enter"
        autoComplete="off"
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.target.value)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void create()
          if (event.key === 'Escape') setText('')
        }}
        className="h-7 w-64 min-w-0 rounded-sm bg-transparent px-1 text-ink outline-none focus-visible:bg-surface focus-visible:ring-1 focus-visible:ring-accent"
      />
      {problem !== null && (
        <span role="alert" className="min-w-0 truncate text-sm text-danger" title={problem}>
          {problem}
        </span>
      )}
    </Cell>
  )
}
