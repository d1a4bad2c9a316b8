import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { EntityMap, StoreReader } from '../../ports/store.ts'
import { definedFields } from '../defined-fields.ts'
import { missingReference, notFound } from '../entries/entry-details.ts'
import type { Command } from '../run-command.ts'

/** Kinds that a person names and keeps in lists. */
export type CatalogueKind = 'client' | 'project' | 'activity' | 'tag' | 'workItem' | 'template'

type Item<K extends CatalogueKind> = EntityMap[K]
type Fields<K extends CatalogueKind> = { [F in keyof Omit<Item<K>, 'id'>]?: Item<K>[F] | undefined }

/** How one kind differs from the others. */
export interface CatalogueSpec<K extends CatalogueKind> {
  readonly kind: K
  /** In words, for labels and messages. */
  readonly words: string
  /** A new thing before the given fields are laid over it. */
  blank(id: string, reader: StoreReader): Item<K>
  nameOf(item: Item<K>): string
  /** Within which parent the name must be unique; undefined: everywhere. */
  parentOf?(item: Item<K>): string | null
}

type Create<K extends CatalogueKind> = { commandKey: string } & Fields<K>
type Update<K extends CatalogueKind> = { commandKey: string; id: string } & Fields<K>

export function createCommand<K extends CatalogueKind>(spec: CatalogueSpec<K>): Command<Create<K>, { item: Item<K> }> {
  return {
    name: `${spec.kind}.create`,
    label: ({ item }) => `Create ${spec.words} “${spec.nameOf(item)}”`,
    run(writer, { commandKey: _key, ...fields }, { newId }) {
      const item: Item<K> = { ...spec.blank(newId(), writer), ...definedFields(fields) }
      const refused = refusal(spec, writer, item)
      if (refused !== undefined) return err(refused)
      writer.put(spec.kind, item)
      return ok({ item })
    },
  }
}

export function updateCommand<K extends CatalogueKind>(spec: CatalogueSpec<K>): Command<Update<K>, { item: Item<K> }> {
  return {
    name: `${spec.kind}.update`,
    label: ({ item }, input) => `${archiveWord(input) ?? 'Edit'} ${spec.words} “${spec.nameOf(item)}”`,
    run(writer, { commandKey: _key, id, ...fields }) {
      const before = writer.get(spec.kind, id)
      if (before === undefined) return err(notFound(spec.kind, id))
      const item: Item<K> = { ...before, ...definedFields(fields) }
      const refused = refusal(spec, writer, item)
      if (refused !== undefined) return err(refused)
      writer.put(spec.kind, item)
      return ok({ item })
    },
  }
}

export function removeCommand<K extends CatalogueKind>(
  spec: CatalogueSpec<K>,
): Command<{ commandKey: string; id: string }, { item: Item<K> }> {
  return {
    name: `${spec.kind}.remove`,
    label: ({ item }) => `Delete ${spec.words} “${spec.nameOf(item)}”`,
    run(writer, { id }): Result<{ item: Item<K> }, AppError> {
      const item = writer.get(spec.kind, id)
      if (item === undefined) return err(notFound(spec.kind, id))
      const entries = writer.usage(spec.kind, id)
      if (entries > 0) {
        return err(
          appError(
            'in-use',
            `This ${spec.words} is in use, so deleting it would lose what it says. Archive it instead.`,
            {
              kind: spec.kind,
              id,
              entries,
            },
          ),
        )
      }
      writer.remove(spec.kind, id)
      return ok({ item })
    },
  }
}

function refusal<K extends CatalogueKind>(
  spec: CatalogueSpec<K>,
  reader: StoreReader,
  item: Item<K>,
): AppError | undefined {
  const name = spec.nameOf(item)
  const taken = reader.findByName(spec.kind, name, spec.parentOf?.(item))
  if (taken !== undefined && taken !== item.id) {
    return appError(
      'already-exists',
      `There is already a ${spec.words} called “${name}”. Use that one, or choose another name.`,
      {
        kind: spec.kind,
        id: taken,
        name,
      },
    )
  }
  if ('clientId' in item && item.clientId !== null && reader.get('client', item.clientId) === undefined) {
    return notFound('client', item.clientId)
  }
  return missingReference(reader, referencesOf(item))
}

function referencesOf(item: object) {
  const { projectId, activityId, workItemId, tagIds } = item as Partial<EntityMap['template']>
  return definedFields({ projectId, activityId, workItemId, tagIds })
}

function archiveWord(input: object): string | undefined {
  if (!('archived' in input) || input.archived === undefined) return undefined
  return input.archived === true ? 'Archive' : 'Bring back'
}
