import { ArrowRightLeft, ChevronRight, DollarSign, Search } from 'lucide-react'
import { useState } from 'react'
import type { Project } from '../../../shared/contract/entities.ts'
import { afterClose } from '../../ui/after-close.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cell } from '../../ui/cell.tsx'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { ColourPicker } from '../../ui/colour-picker.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MenuItem } from '../../ui/menu.tsx'
import type { Option } from '../../ui/option-list.tsx'
import { OptionPanel } from '../../ui/option-panel.tsx'
import { NONE } from '../../ui/project-options.tsx'
import { colourName } from '../../ui/project-palette.ts'
import type { ThingActions } from './client-row.tsx'
import { NameEdit } from './name-edit.tsx'
import { RowProblem } from './row-problem.tsx'
import { ThingMenu } from './thing-menu.tsx'
import { TimeCell } from './time-cell.tsx'

export interface ProjectActions extends ThingActions {
  readonly onToggleOpen: () => void
  readonly onColour: (colour: string) => void
  readonly onBillable: (billable: boolean) => void
  readonly onMove: (clientId: string | null) => void
  readonly onCreateClient: (name: string) => Promise<string | null>
  readonly onSearch: () => void
}

export function ProjectRowCells({
  project,
  isOpen,
  activities,
  clients,
  month,
  all,
  known,
  actions,
}: {
  project: Project
  isOpen: boolean
  /** How many of its own it has. */
  activities: number
  clients: readonly Option[]
  month: number
  all: number
  known: boolean
  actions: ProjectActions
}) {
  const [moving, setMoving] = useState(false)
  return (
    <>
      <Cell className="flex min-w-0 items-center gap-1 pl-4">
        <IconButton
          label={isOpen ? `Hide activities of ${project.name}` : `Show activities of ${project.name}`}
          aria-expanded={isOpen}
          size="sm"
          onClick={actions.onToggleOpen}
        >
          <ChevronRight size={16} className={isOpen ? 'rotate-90 transition-transform' : 'transition-transform'} />
        </IconButton>
        <ColourPicker
          value={project.colour}
          onChange={(colour) => colour !== null && actions.onColour(colour)}
          trigger={
            <button
              type="button"
              aria-label={`Colour of ${project.name}: ${colourName(project.colour)}`}
              className="flex size-6 shrink-0 items-center justify-center rounded-md hover:bg-pressed"
            >
              <ColourDot colour={project.colour} className="size-3!" />
            </button>
          }
        />
        <NameEdit
          name="name"
          label="Project"
          value={project.name}
          onSave={actions.onRename}
          className={project.archived ? 'text-ink-muted' : ''}
        />
        {project.archived && <Badge>archived</Badge>}
        {activities > 0 && (
          <span className="shrink-0 text-sm text-ink-faint max-sm:hidden">
            {activities === 1 ? '1 activity' : `${activities} activities`}
          </span>
        )}
      </Cell>
      <Cell className="flex justify-center">
        <IconButton
          label={project.billableByDefault ? 'Billable unless said otherwise' : 'Not billable unless said otherwise'}
          pressed={project.billableByDefault}
          size="sm"
          onClick={() => actions.onBillable(!project.billableByDefault)}
        >
          <DollarSign size={16} />
        </IconButton>
      </Cell>
      <TimeCell ms={month} known={known} className="max-sm:hidden" />
      <TimeCell ms={all} known={known} />
      <Cell className="flex justify-end pr-2">
        <OptionPanel
          open={moving}
          label={`Client of ${project.name}`}
          placeholder="Find or create a client"
          options={clients}
          value={project.clientId ?? NONE}
          onChange={(id) => actions.onMove(id === NONE ? null : id)}
          createLabel={(text) => `Create client “${text}”`}
          onCreate={actions.onCreateClient}
          onClose={() => setMoving(false)}
          anchor={
            <ThingMenu
              name={project.name}
              archived={project.archived}
              onArchive={actions.onArchive}
              onRemove={actions.onRemove}
            >
              <MenuItem icon={<Search size={16} />} onSelect={actions.onSearch}>
                Show its entries
              </MenuItem>
              <MenuItem icon={<ArrowRightLeft size={16} />} onSelect={() => afterClose(() => setMoving(true))}>
                Move to another client…
              </MenuItem>
            </ThingMenu>
          }
        />
      </Cell>
      <RowProblem
        refusal={actions.problem}
        wayOut={project.archived ? undefined : { label: 'Archive', run: () => actions.onArchive(true) }}
        onDismiss={actions.onDismiss}
      />
    </>
  )
}
