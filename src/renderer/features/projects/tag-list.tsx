import { Search } from 'lucide-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Tag } from '../../../shared/contract/entities.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cell } from '../../ui/cell.tsx'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { ColourPicker } from '../../ui/colour-picker.tsx'
import { ColumnHead } from '../../ui/column-head.tsx'
import { MenuItem } from '../../ui/menu.tsx'
import { colourName } from '../../ui/project-palette.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { NameEdit } from './name-edit.tsx'
import { byName } from './project-rows.ts'
import { rowClass } from './row-class.ts'
import { RowProblem } from './row-problem.tsx'
import { ThingMenu } from './thing-menu.tsx'
import { TimeCell } from './time-cell.tsx'
import { useThings } from './use-things.ts'
import { useTimes } from './use-times.ts'
import { wordFilter } from './word-filter.ts'

const columns = 'grid-cols-[minmax(0,1fr)_6rem_6rem_3rem] max-sm:grid-cols-[minmax(0,1fr)_5rem_3rem]'

/** Every tag, with the time that carries it. */
export function TagList({
  tags,
  filter,
  showArchived,
  revealKey,
}: {
  tags: readonly Tag[]
  filter: string
  showArchived: boolean
  revealKey: string | null
}) {
  const [, navigate] = useLocation()
  const things = useThings('tags')
  const times = useTimes('tag')
  const rows = useMemo(() => {
    const holds = wordFilter(filter)
    return tags.filter((tag) => (showArchived || !tag.archived) && holds(tag.name)).sort(byName)
  }, [tags, filter, showArchived])
  return (
    <VirtualTable
      label="Tags"
      columns={columns}
      rows={rows}
      keyOf={(tag) => tag.id}
      revealKey={revealKey}
      rowClass={() => rowClass}
      onRowKey={(event, tag) => {
        if (event.key !== 'Delete') return
        event.preventDefault()
        void things.remove(tag)
      }}
      header={
        <>
          <ColumnHead className="pl-5">Name</ColumnHead>
          <ColumnHead className="px-2 text-right max-sm:hidden">This month</ColumnHead>
          <ColumnHead className="px-2 text-right">All time</ColumnHead>
          <ColumnHead className="sr-only">More</ColumnHead>
        </>
      }
    >
      {(tag) => (
        <>
          <Cell className="flex min-w-0 items-center gap-1 pl-4">
            <ColourPicker
              allowNone
              value={tag.colour}
              onChange={(colour) => void things.change<'tags'>(tag, { colour }, { done: `Recoloured “${tag.name}”` })}
              trigger={
                <button
                  type="button"
                  aria-label={`Colour of ${tag.name}: ${colourName(tag.colour)}`}
                  className="flex size-6 shrink-0 items-center justify-center rounded-md hover:bg-pressed"
                >
                  {tag.colour === null ? (
                    <span className="size-3 rounded-full border border-control" />
                  ) : (
                    <ColourDot colour={tag.colour} className="size-3!" />
                  )}
                </button>
              }
            />
            <NameEdit name="name" label="Tag" value={tag.name} onSave={(name) => things.rename(tag, name)} />
            {tag.archived && <Badge>archived</Badge>}
          </Cell>
          <TimeCell ms={times.month.get(tag.id) ?? 0} known={times.known} className="max-sm:hidden" />
          <TimeCell ms={times.all.get(tag.id) ?? 0} known={times.known} />
          <Cell className="flex justify-end pr-2">
            <ThingMenu
              name={tag.name}
              archived={tag.archived}
              onArchive={(archived) => void things.archive(tag, archived)}
              onRemove={() => void things.remove(tag)}
            >
              <MenuItem icon={<Search size={16} />} onSelect={() => navigate(`/search?tag=${tag.id}`)}>
                Show its entries
              </MenuItem>
            </ThingMenu>
          </Cell>
          <RowProblem
            refusal={things.problems.get(tag.id)}
            wayOut={tag.archived ? undefined : { label: 'Archive', run: () => void things.archive(tag, true) }}
            onDismiss={() => things.dismiss(tag.id)}
          />
        </>
      )}
    </VirtualTable>
  )
}
