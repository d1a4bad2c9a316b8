import { type KeyboardEvent, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { refusalText, useCommand } from '../../client/use-command.ts'
import { ColumnHead } from '../../ui/column-head.tsx'
import type { Option } from '../../ui/option-list.tsx'
import { NONE } from '../../ui/project-options.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { ActivityRow, NewActivityRow } from './activity-row.tsx'
import { ClientRow, type ThingActions } from './client-row.tsx'
import { type ProjectActions, ProjectRowCells } from './project-row.tsx'
import { byName, type ProjectRow, projectRows } from './project-rows.ts'
import { rowClass } from './row-class.ts'
import { type Thing, useThings } from './use-things.ts'
import { useTimes } from './use-times.ts'

const columns = 'grid-cols-[minmax(0,1fr)_5rem_6rem_6rem_3rem] max-sm:grid-cols-[minmax(0,1fr)_3rem_5rem_3rem]'

/** Clients with their projects, and under an open project its activities. */
export function ProjectList({
  catalogue,
  filter,
  showArchived,
  focusId,
  revealId,
  onNewProject,
}: {
  catalogue: Catalogue
  filter: string
  showArchived: boolean
  /** A project to go to. */
  focusId: string | null
  /** A project or client to bring into sight: it was just made. */
  revealId: string | null
  onNewProject: (clientId: string | null) => void
}) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [, navigate] = useLocation()
  const run = useCommand()
  const clients = useThings('clients')
  const projects = useThings('projects')
  const activities = useThings('activities')
  const times = useTimes('project')
  const activityTimes = useTimes('activity')
  const rows = useMemo(
    () => projectRows(catalogue, { filter, showArchived, open }),
    [catalogue, filter, showArchived, open],
  )
  const counts = useMemo(() => countActivities(catalogue), [catalogue])
  const clientOptions = useMemo(() => optionsOfClients(catalogue), [catalogue])
  const clientTimes = useMemo(() => sumByClient(catalogue, times), [catalogue, times])

  const toggle = (id: string, to = !open.has(id)) =>
    setOpen((before) => {
      const next = new Set(before)
      if (to) next.add(id)
      else next.delete(id)
      return next
    })

  function actionsOf(things: ReturnType<typeof useThings>, thing: Thing): ThingActions {
    return {
      onRename: (name) => things.rename(thing, name),
      onArchive: (archived) => void things.archive(thing, archived),
      onRemove: () => void things.remove(thing),
      problem: things.problems.get(thing.id),
      onDismiss: () => things.dismiss(thing.id),
    }
  }

  async function createActivity(name: string, projectId: string): Promise<string | null> {
    return refusalText(await run((client, commandKey) => client.activities.create({ commandKey, name, projectId })))
  }

  async function createClient(name: string): Promise<string | null> {
    const result = await run((client, commandKey) => client.clients.create({ commandKey, name }), {
      toastRefusal: true,
    })
    return result.ok ? result.value.item.id : null
  }

  function projectActions(row: Extract<ProjectRow, { kind: 'project' }>): ProjectActions {
    const { project } = row
    return {
      ...actionsOf(projects, project),
      onToggleOpen: () => toggle(project.id),
      onColour: (colour) =>
        void projects.change<'projects'>(project, { colour }, { done: `Recoloured “${project.name}”` }),
      onBillable: (billableByDefault) => void projects.change<'projects'>(project, { billableByDefault }),
      onMove: (clientId) => {
        const name = catalogue.clients.find(({ id }) => id === clientId)?.name
        const done = name === undefined ? `Moved “${project.name}”` : `Moved “${project.name}” to ${name}`
        void projects.change<'projects'>(project, { clientId }, { done })
      },
      onCreateClient: createClient,
      onSearch: () => navigate(`/search?project=${project.id}`),
    }
  }

  function onRowKey(event: KeyboardEvent, row: ProjectRow) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Delete') {
      if (row.kind === 'client' && row.client !== null) void clients.remove(row.client)
      if (row.kind === 'project') void projects.remove(row.project)
      if (row.kind === 'activity') void activities.remove(row.activity)
    } else if (row.kind === 'project' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      toggle(row.project.id, event.key === 'ArrowRight')
    } else return
    event.preventDefault()
  }

  return (
    <VirtualTable
      label="Projects"
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key}
      focusKey={focusId === null ? null : `project ${focusId}`}
      revealKey={revealedRow(rows, revealId)}
      onRowKey={onRowKey}
      rowClass={(row) => (row.kind === 'client' ? 'min-h-9 border-b border-line pt-4 pb-1 focus-within:z-1' : rowClass)}
      header={
        <>
          <ColumnHead className="pl-5">Name</ColumnHead>
          <ColumnHead className="text-center">Billable</ColumnHead>
          <ColumnHead className="px-2 text-right max-sm:hidden">This month</ColumnHead>
          <ColumnHead className="px-2 text-right">All time</ColumnHead>
          <ColumnHead className="sr-only">More</ColumnHead>
        </>
      }
    >
      {(row) => {
        switch (row.kind) {
          case 'client':
            return (
              <ClientRow
                client={row.client}
                projects={row.projects}
                month={clientTimes.month.get(row.client?.id ?? '') ?? 0}
                all={clientTimes.all.get(row.client?.id ?? '') ?? 0}
                known={times.known}
                actions={actionsOf(clients, row.client ?? { id: '', name: '' })}
                onNewProject={() => onNewProject(row.client?.id ?? null)}
              />
            )
          case 'project':
            return (
              <ProjectRowCells
                project={row.project}
                isOpen={row.open}
                activities={counts.get(row.project.id) ?? 0}
                clients={clientOptions}
                month={times.month.get(row.project.id) ?? 0}
                all={times.all.get(row.project.id) ?? 0}
                known={times.known}
                actions={projectActions(row)}
              />
            )
          case 'activity':
            return (
              <ActivityRow
                activity={row.activity}
                month={activityTimes.month.get(row.activity.id) ?? 0}
                all={activityTimes.all.get(row.activity.id) ?? 0}
                known={activityTimes.known}
                actions={actionsOf(activities, row.activity)}
              />
            )
          case 'new-activity':
            return <NewActivityRow project={row.project} onCreate={(name) => createActivity(name, row.project.id)} />
        }
      }}
    </VirtualTable>
  )
}

function countActivities(catalogue: Catalogue): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { projectId, archived } of catalogue.activities) {
    if (projectId !== null && !archived) counts.set(projectId, (counts.get(projectId) ?? 0) + 1)
  }
  return counts
}

function optionsOfClients(catalogue: Catalogue): Option[] {
  const clients = catalogue.clients.filter(({ archived }) => !archived).sort(byName)
  return [{ id: NONE, label: 'No client' }, ...clients.map(({ id, name }) => ({ id, label: name }))]
}

function sumByClient(
  catalogue: Catalogue,
  times: { month: ReadonlyMap<string, number>; all: ReadonlyMap<string, number> },
) {
  const month = new Map<string, number>()
  const all = new Map<string, number>()
  for (const { id, clientId } of catalogue.projects) {
    const key = clientId ?? ''
    month.set(key, (month.get(key) ?? 0) + (times.month.get(id) ?? 0))
    all.set(key, (all.get(key) ?? 0) + (times.all.get(id) ?? 0))
  }
  return { month, all }
}

function revealedRow(rows: readonly ProjectRow[], id: string | null): string | null {
  if (id === null) return null
  return rows.find(({ key }) => key === `project ${id}` || key === `client ${id}`)?.key ?? null
}
