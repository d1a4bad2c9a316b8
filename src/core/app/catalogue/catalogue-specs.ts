import { nextColour } from '../../domain/catalogue/palette.ts'
import type { CatalogueSpec } from './catalogue-command.ts'

export const clientSpec: CatalogueSpec<'client'> = {
  kind: 'client',
  words: 'client',
  blank: (id) => ({ id, name: '', archived: false }),
  nameOf: (item) => item.name,
}

export const projectSpec: CatalogueSpec<'project'> = {
  kind: 'project',
  words: 'project',
  blank: (id, reader) => ({
    id,
    name: '',
    clientId: null,
    colour: nextColour(reader.all('project').map((project) => project.colour)),
    billableByDefault: false,
    archived: false,
  }),
  nameOf: (item) => item.name,
  parentOf: (item) => item.clientId,
}

export const activitySpec: CatalogueSpec<'activity'> = {
  kind: 'activity',
  words: 'activity',
  blank: (id) => ({ id, name: '', projectId: null, archived: false }),
  nameOf: (item) => item.name,
  parentOf: (item) => item.projectId,
}

export const tagSpec: CatalogueSpec<'tag'> = {
  kind: 'tag',
  words: 'tag',
  blank: (id) => ({ id, name: '', colour: null, archived: false }),
  nameOf: (item) => item.name,
}

export const workItemSpec: CatalogueSpec<'workItem'> = {
  kind: 'workItem',
  words: 'work item',
  blank: (id) => ({ id, key: '', title: '', projectId: null, state: 'open' }),
  nameOf: (item) => item.key,
}

export const templateSpec: CatalogueSpec<'template'> = {
  kind: 'template',
  words: 'template',
  blank: (id) => ({
    id,
    name: '',
    note: '',
    projectId: null,
    activityId: null,
    workItemId: null,
    tagIds: [],
    billable: false,
    durationMs: null,
  }),
  nameOf: (item) => item.name,
}
