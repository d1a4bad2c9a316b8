import { tagNameSchema } from '../../../shared/contract/primitives.ts'
import { nameKey } from '../../../shared/name-key.ts'
import type { StoreWriter } from '../../ports/store.ts'
import type { SyncStore } from '../../ports/sync-store.ts'
import { activitySpec, clientSpec, projectSpec, tagSpec } from '../catalogue/catalogue-specs.ts'
import type { OpenAccount } from './open-account.ts'

const MAX_NAME = 200

/** Turns a provider's projects, activities and tags into ours inside a command: by mapping, by name, else made anew. */
export interface LocalNames {
  project(remoteId: string | null): string | null
  activity(remoteId: string | null, remoteProjectId: string | null): string | null
  /** Without those that the account adds to every record. */
  tags(names: readonly string[]): string[]
}

export function localNames(
  writer: StoreWriter,
  syncStore: SyncStore,
  { account }: OpenAccount,
  newId: () => string,
): LocalNames {
  const { id: accountId } = account
  const mappedTo = (kind: 'project' | 'activity', remoteId: string) =>
    syncStore.maps(accountId, kind).find((map) => map.remoteId === remoteId && writer.get(kind, map.localId))?.localId
  const remoteProject = (remoteId: string) =>
    syncStore.catalogue(accountId, remoteId, 50).projects.find((project) => project.remoteId === remoteId)

  function project(remoteId: string | null): string | null {
    if (remoteId === null || remoteId === account.defaultProjectId) return null
    const known = mappedTo('project', remoteId)
    if (known !== undefined) return known
    const there = remoteProject(remoteId)
    // Not in the list of projects: a private one of somebody else. The entry comes without.
    if (there === undefined) return null
    const name = there.name.slice(0, MAX_NAME)
    const clientId = there.clientName === null ? null : client(there.clientName.slice(0, MAX_NAME))
    const localId = writer.findByName('project', name, clientId) ?? writer.findByName('project', name) ?? newId()
    if (writer.get('project', localId) === undefined) {
      writer.put('project', { ...projectSpec.blank(localId, writer), name, clientId })
    }
    syncStore.saveMap(accountId, 'project', localId, remoteId)
    return localId
  }

  function client(name: string): string {
    const found = writer.findByName('client', name)
    if (found !== undefined) return found
    const made = { ...clientSpec.blank(newId(), writer), name }
    writer.put('client', made)
    return made.id
  }

  function activity(remoteId: string | null, remoteProjectId: string | null): string | null {
    if (remoteId === null || remoteId === account.defaultActivityId) return null
    const known = mappedTo('activity', remoteId)
    if (known !== undefined) return known
    const ofProject = remoteProjectId === null ? null : (remoteProject(remoteProjectId)?.activities ?? null)
    const there = (ofProject ?? syncStore.catalogue(accountId, undefined, 1).activities).find(
      (one) => one.remoteId === remoteId,
    )
    if (there === undefined) return null
    const name = there.name.slice(0, MAX_NAME)
    const projectId = ofProject === null ? null : project(remoteProjectId)
    const localId = writer.findByName('activity', name, projectId) ?? newId()
    if (writer.get('activity', localId) === undefined) {
      writer.put('activity', { ...activitySpec.blank(localId, writer), name, projectId })
    }
    syncStore.saveMap(accountId, 'activity', localId, remoteId)
    return localId
  }

  return {
    project,
    activity,
    tags(names) {
      const added = new Set(account.tags.map(nameKey))
      const ids = names.flatMap((text) => {
        const name = tagNameSchema.safeParse(text)
        if (!name.success || added.has(nameKey(name.data))) return []
        const found = writer.findByName('tag', name.data)
        if (found !== undefined) return [found]
        const made = { ...tagSpec.blank(newId(), writer), name: name.data }
        writer.put('tag', made)
        return [made.id]
      })
      return [...new Set(ids)].sort()
    },
  }
}
