import { z } from 'zod'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import {
  activitySchema,
  clientSchema,
  type Entry,
  projectSchema,
  tagSchema,
  templateSchema,
  workItemSchema,
} from '../../../shared/contract/entities.ts'

/** Grows when an older Stint could no longer read the document. */
export const STINT_DOCUMENT_VERSION = 1

const MAX_THINGS = 100_000

/** Stint's own JSON export. Entries are checked one by one, so that one bad entry does not hide the others. */
export const stintDocumentSchema = z.strictObject({
  format: z.literal('stint'),
  version: z.literal(STINT_DOCUMENT_VERSION),
  exportedAt: z.iso.datetime(),
  clients: z.array(clientSchema).max(MAX_THINGS),
  projects: z.array(projectSchema).max(MAX_THINGS),
  activities: z.array(activitySchema).max(MAX_THINGS),
  tags: z.array(tagSchema).max(MAX_THINGS),
  workItems: z.array(workItemSchema).max(MAX_THINGS),
  templates: z.array(templateSchema).max(MAX_THINGS),
  entries: z.array(z.unknown()),
})

/** For telling a newer document from a broken one. */
export const stintEnvelopeSchema = z.object({ format: z.literal('stint'), version: z.int() })

/**
 * The beginning of a document; `jsonEntry` for each entry and `jsonTail` follow. One thing per line, so that two exports
 * can be compared as text. Things come after the entries, for they may grow while a long export runs.
 */
export function jsonHead(exportedAt: string): string {
  return `{"format":"stint","version":${STINT_DOCUMENT_VERSION},"exportedAt":${JSON.stringify(exportedAt)},\n"entries":[`
}

export function jsonEntry(entry: Entry, isFirst: boolean): string {
  return `${isFirst ? '\n' : ',\n'}${JSON.stringify(entry)}`
}

export function jsonTail(catalogue: Catalogue): string {
  const lists = [
    list('clients', catalogue.clients),
    list('projects', catalogue.projects),
    list('activities', catalogue.activities),
    list('tags', catalogue.tags),
    list('workItems', catalogue.workItems),
    list('templates', catalogue.templates),
  ]
  return `\n],\n${lists.join(',\n')}}\n`
}

function list(name: string, things: readonly unknown[]): string {
  const lines = things.map((thing) => JSON.stringify(thing))
  return `"${name}":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]`
}
