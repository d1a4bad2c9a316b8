import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { Activity, Client, Project, Tag, Template, WorkItem } from '../../shared/contract/entities.ts'
import { err, type Result } from '../../shared/result.ts'
import { type CliError, refusal } from '../cli-error.ts'
import { findByName, nameKey } from './find-by-name.ts'

/** `Payments`, `Acme/Payments` or an id. */
export function findProject(catalogue: Catalogue, typed: string): Result<Project, CliError> {
  return findByName(typed, {
    kind: 'project',
    command: 'projects',
    things: catalogue.projects,
    namesOf: (project) => [project.name, ...clientNames(catalogue, project)],
  })
}

/** An activity that can stand with this project: its own, or one that goes with every project. */
export function findActivity(
  catalogue: Catalogue,
  typed: string,
  projectId: string | null | undefined,
): Result<Activity, CliError> {
  const wanted = nameKey(typed)
  const byId = catalogue.activities.filter(({ id }) => id === typed.toLowerCase())
  const named = catalogue.activities.filter(({ name }) => nameKey(name) === wanted)
  const own = named.filter((activity) => projectId != null && activity.projectId === projectId)
  const common = named.filter((activity) => activity.projectId === null)
  const fitting = own.length > 0 ? own : common
  const onlyElsewhere = byId.length === 0 && fitting.length === 0 && named.length > 0
  if (onlyElsewhere && projectId !== undefined) {
    const project = catalogue.projects.find(({ id }) => id === named[0]?.projectId)
    return err(
      refusal(
        'wrong-project',
        `The activity “${typed}” belongs to the project “${project?.name ?? ''}”.`,
        'Name that project as well, or choose another activity: “stint activities” lists them.',
        { kind: 'activity', id: named[0]?.id ?? '', projectId: project?.id ?? '' },
      ),
    )
  }
  const things = byId.length > 0 ? byId : fitting.length > 0 ? fitting : named.length > 0 ? named : catalogue.activities
  return findByName(typed, { kind: 'activity', command: 'activities', things, namesOf: ({ name }) => [name] })
}

export function findClient(catalogue: Catalogue, typed: string): Result<Client, CliError> {
  return findByName(typed, {
    kind: 'client',
    command: 'clients',
    things: catalogue.clients,
    namesOf: ({ name }) => [name],
  })
}

export function findTag(catalogue: Catalogue, typed: string): Result<Tag, CliError> {
  return findByName(typed, {
    kind: 'tag',
    command: 'tags',
    things: catalogue.tags,
    namesOf: ({ name }) => [name, `#${name}`],
  })
}

/** A work item by its key. */
export function findItem(catalogue: Catalogue, typed: string): Result<WorkItem, CliError> {
  return findByName(typed, {
    kind: 'work item',
    command: 'items',
    things: catalogue.workItems,
    namesOf: ({ key }) => [key],
  })
}

export function findTemplate(catalogue: Catalogue, typed: string): Result<Template, CliError> {
  return findByName(typed, {
    kind: 'template',
    command: 'templates',
    things: catalogue.templates,
    namesOf: ({ name }) => [name],
  })
}

function clientNames(catalogue: Catalogue, project: Project): string[] {
  const client = catalogue.clients.find(({ id }) => id === project.clientId)
  return client === undefined ? [] : [`${client.name}/${project.name}`]
}
