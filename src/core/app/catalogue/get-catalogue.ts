import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { CoreContext } from '../core-context.ts'

export function getCatalogue({ ports }: CoreContext): Catalogue {
  return ports.store.read((reader) => ({
    clients: reader.all('client'),
    projects: reader.all('project'),
    activities: reader.all('activity'),
    tags: reader.all('tag'),
    workItems: reader.all('workItem'),
    templates: reader.all('template'),
  }))
}
