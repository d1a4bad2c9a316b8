import { Play, Search } from 'lucide-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { WorkItem } from '../../../shared/contract/entities.ts'
import { useCommand } from '../../client/use-command.ts'
import { Cell } from '../../ui/cell.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ColumnHead } from '../../ui/column-head.tsx'
import { MenuItem } from '../../ui/menu.tsx'
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
  'grid-cols-[2.5rem_minmax(0,9rem)_minmax(0,1fr)_minmax(0,12rem)_6rem_3rem] max-sm:grid-cols-[3rem_minmax(0,5rem)_minmax(0,1fr)_4rem_3rem]'

/** Local tasks: open ones, and done ones when asked for. */
export function WorkItemList({
  catalogue,
  filter,
  showDone,
  revealKey,
}: {
  catalogue: Catalogue
  filter: string
  showDone: boolean
  revealKey: string | null
}) {
  const [, navigate] = useLocation()
  const run = useCommand()
  const things = useThings('workItems')
  const times = useTimes('workItem')
  const rows = useMemo(() => {
    const holds = wordFilter(filter)
    return catalogue.workItems
      .filter((item) => (showDone || item.state === 'open') && holds(`${item.key} ${item.title}`))
      .sort(
        (a, b) => Number(a.state === 'done') - Number(b.state === 'done') || byName({ name: a.key }, { name: b.key }),
      )
  }, [catalogue, filter, showDone])

  const thing = (item: WorkItem) => ({ id: item.id, name: item.key })
  const setState = (item: WorkItem, state: WorkItem['state']) =>
    void things.change<'workItems'>(
      thing(item),
      { state },
      { done: state === 'done' ? `${item.key} is done` : `Opened ${item.key} again` },
    )
  const start = (item: WorkItem) =>
    void run(
      (client, commandKey) =>
        client.timer.start({ commandKey, note: item.title, workItemId: item.id, projectId: item.projectId }),
      { done: `Started ${item.key}`, toastRefusal: true },
    )

  return (
    <VirtualTable
      label="Work items"
      columns={columns}
      rows={rows}
      keyOf={(item) => item.id}
      revealKey={revealKey}
      rowClass={() => rowClass}
      onRowKey={(event, item) => {
        if (event.key !== 'Delete') return
        event.preventDefault()
        void things.remove(thing(item))
      }}
      header={
        <>
          <ColumnHead className="sr-only">Done</ColumnHead>
          <ColumnHead className="px-1">Key</ColumnHead>
          <ColumnHead className="px-1">Title</ColumnHead>
          <ColumnHead className="px-2 max-sm:hidden">Project</ColumnHead>
          <ColumnHead className="px-2 text-right">All time</ColumnHead>
          <ColumnHead className="sr-only">More</ColumnHead>
        </>
      }
    >
      {(item) => (
        <>
          <Cell className="flex pl-5">
            <Checkbox
              aria-label={`${item.key} is done`}
              checked={item.state === 'done'}
              onChange={(event) => setState(item, event.target.checked ? 'done' : 'open')}
            />
          </Cell>
          <Cell className="flex min-w-0">
            <NameEdit
              name="key"
              label="Key"
              value={item.key}
              onSave={(key) =>
                /^\S{1,64}$/.test(key.trim())
                  ? things.change<'workItems'>(thing(item), { key: key.trim() }, { keep: false })
                  : 'Give a key of 1 to 64 characters without spaces'
              }
              className="font-medium"
            />
          </Cell>
          <Cell className="flex min-w-0">
            <NameEdit
              label="Title"
              value={item.title}
              onSave={(title) =>
                title.trim() === ''
                  ? 'Give the work item a title'
                  : things.change<'workItems'>(thing(item), { title: title.trim() }, { keep: false })
              }
              className={item.state === 'done' ? 'text-ink-faint line-through' : ''}
            />
          </Cell>
          <Cell className="flex min-w-0 max-sm:hidden">
            <ProjectChoice
              catalogue={catalogue}
              label={`Project of ${item.key}`}
              noneLabel="No project"
              value={item.projectId}
              onChange={(projectId) => void things.change<'workItems'>(thing(item), { projectId })}
            />
          </Cell>
          <TimeCell ms={times.all.get(item.id) ?? 0} known={times.known} />
          <Cell className="flex justify-end pr-2">
            <ThingMenu name={item.key} onRemove={() => void things.remove(thing(item))}>
              <MenuItem icon={<Play size={16} />} onSelect={() => start(item)}>
                Start the timer with it
              </MenuItem>
              <MenuItem
                icon={<Search size={16} />}
                onSelect={() => navigate(`/search?q=${encodeURIComponent(item.key)}`)}
              >
                Show its entries
              </MenuItem>
            </ThingMenu>
          </Cell>
          <RowProblem
            refusal={things.problems.get(item.id)}
            wayOut={item.state === 'open' ? { label: 'Mark as done', run: () => setState(item, 'done') } : undefined}
            onDismiss={() => things.dismiss(item.id)}
          />
        </>
      )}
    </VirtualTable>
  )
}
