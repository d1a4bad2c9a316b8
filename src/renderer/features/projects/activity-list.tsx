import { useMemo } from 'react'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cell } from '../../ui/cell.tsx'
import { ColumnHead } from '../../ui/column-head.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { NameEdit } from './name-edit.tsx'
import { ProjectChoice } from './project-choice.tsx'
import { byName } from './project-rows.ts'
import { rowClass } from './row-class.ts'
import { RowProblem } from './row-problem.tsx'
import { ThingMenu } from './thing-menu.tsx'
import { TimeCell } from './time-cell.tsx'
import { useThings } from './use-things.ts'
import { useTimes } from './use-times.ts'
import { wordFilter } from './word-filter.ts'

const columns =
  'grid-cols-[minmax(0,1fr)_minmax(0,14rem)_6rem_6rem_3rem] max-sm:grid-cols-[minmax(0,1fr)_minmax(0,8rem)_5rem_3rem]'

/** Every activity: first those that go with every project, then each project's own. */
export function ActivityList({
  catalogue,
  filter,
  showArchived,
  revealKey,
}: {
  catalogue: Catalogue
  filter: string
  showArchived: boolean
  revealKey: string | null
}) {
  const things = useThings('activities')
  const times = useTimes('activity')
  const rows = useMemo(() => {
    const holds = wordFilter(filter)
    const projects = new Map(catalogue.projects.map((project) => [project.id, project.name]))
    return catalogue.activities
      .map((activity) => ({
        ...activity,
        projectName: activity.projectId === null ? '' : (projects.get(activity.projectId) ?? ''),
      }))
      .filter((row) => (showArchived || !row.archived) && holds(`${row.name} ${row.projectName}`))
      .sort((a, b) => byName({ name: a.projectName }, { name: b.projectName }) || byName(a, b))
  }, [catalogue, filter, showArchived])
  return (
    <VirtualTable
      label="Activities"
      columns={columns}
      rows={rows}
      keyOf={(activity) => activity.id}
      revealKey={revealKey}
      rowClass={() => rowClass}
      onRowKey={(event, activity) => {
        if (event.key !== 'Delete') return
        event.preventDefault()
        void things.remove(activity)
      }}
      header={
        <>
          <ColumnHead className="pl-5">Name</ColumnHead>
          <ColumnHead className="px-2">Offered with</ColumnHead>
          <ColumnHead className="px-2 text-right max-sm:hidden">This month</ColumnHead>
          <ColumnHead className="px-2 text-right">All time</ColumnHead>
          <ColumnHead className="sr-only">More</ColumnHead>
        </>
      }
    >
      {(activity) => (
        <>
          <Cell className="flex min-w-0 items-center gap-2 pl-4">
            <NameEdit
              name="name"
              label="Activity"
              value={activity.name}
              onSave={(name) => things.rename(activity, name)}
            />
            {activity.archived && <Badge>archived</Badge>}
          </Cell>
          <Cell className="flex min-w-0">
            <ProjectChoice
              catalogue={catalogue}
              label={`${activity.name} is offered with`}
              noneLabel="Every project"
              value={activity.projectId}
              onChange={(projectId) =>
                void things.change<'activities'>(activity, { projectId }, { done: `Moved activity “${activity.name}”` })
              }
            />
          </Cell>
          <TimeCell ms={times.month.get(activity.id) ?? 0} known={times.known} className="max-sm:hidden" />
          <TimeCell ms={times.all.get(activity.id) ?? 0} known={times.known} />
          <Cell className="flex justify-end pr-2">
            <ThingMenu
              name={activity.name}
              archived={activity.archived}
              onArchive={(archived) => void things.archive(activity, archived)}
              onRemove={() => void things.remove(activity)}
            />
          </Cell>
          <RowProblem
            refusal={things.problems.get(activity.id)}
            wayOut={
              activity.archived ? undefined : { label: 'Archive', run: () => void things.archive(activity, true) }
            }
            onDismiss={() => things.dismiss(activity.id)}
          />
        </>
      )}
    </VirtualTable>
  )
}
