import { Ellipsis, Plus } from 'lucide-react'
import type { Client } from '../../../shared/contract/entities.ts'
import type { Refusal } from '../../client/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cell } from '../../ui/cell.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { SaveAnswer } from '../../ui/inline-edit.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { NameEdit } from './name-edit.tsx'
import { RowProblem } from './row-problem.tsx'
import { ThingMenu } from './thing-menu.tsx'
import { TimeCell } from './time-cell.tsx'

export interface ThingActions {
  readonly onRename: (name: string) => SaveAnswer
  readonly onArchive: (archived: boolean) => void
  readonly onRemove: () => void
  readonly problem: Refusal | undefined
  readonly onDismiss: () => void
}

/** The heading of a client's projects; null for those without one. */
export function ClientRow({
  client,
  projects,
  month,
  all,
  known,
  actions,
  onNewProject,
}: {
  client: Client | null
  projects: number
  month: number
  all: number
  known: boolean
  actions: ThingActions
  onNewProject: () => void
}) {
  const newProject = (
    <MenuItem icon={<Plus size={16} />} onSelect={onNewProject}>
      New project here
    </MenuItem>
  )
  return (
    <>
      <Cell className="flex min-w-0 items-center gap-2 pl-4">
        {client === null ? (
          <span className="px-1 font-medium text-ink-muted">No client</span>
        ) : (
          <NameEdit
            name="name"
            label="Client"
            value={client.name}
            onSave={actions.onRename}
            className="font-semibold"
          />
        )}
        {client?.archived === true && <Badge>archived</Badge>}
        <span className="shrink-0 text-sm text-ink-faint">{projects === 1 ? '1 project' : `${projects} projects`}</span>
      </Cell>
      <Cell />
      <TimeCell ms={month} known={known} className="text-ink-muted max-sm:hidden" />
      <TimeCell ms={all} known={known} className="text-ink-muted" />
      <Cell className="flex justify-end pr-2">
        {client === null ? (
          <Menu
            label="Projects without a client"
            trigger={
              <IconButton label="More for projects without a client">
                <Ellipsis size={16} />
              </IconButton>
            }
          >
            {newProject}
          </Menu>
        ) : (
          <ThingMenu
            name={client.name}
            archived={client.archived}
            onArchive={actions.onArchive}
            onRemove={actions.onRemove}
          >
            {newProject}
          </ThingMenu>
        )}
      </Cell>
      <RowProblem
        refusal={actions.problem}
        wayOut={client?.archived === false ? { label: 'Archive', run: () => actions.onArchive(true) } : undefined}
        onDismiss={actions.onDismiss}
      />
    </>
  )
}
