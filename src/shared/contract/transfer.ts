import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { zoneSchema } from '../zone/zone-schema.ts'
import { command, commandInput, query, stream } from './base.ts'
import { idSchema, instantSchema } from './primitives.ts'

export const importFormatSchema = z.enum(['toggl', 'timewarrior', 'csv', 'stint-json'])
/** One upload: 200 MB in chunks of at most 1 MB (base64). */
export const MAX_UPLOAD_BYTES = 200_000_000
export const MAX_CHUNK_BYTES = 1_000_000

export const csvFieldSchema = z.enum([
  'start',
  'end',
  'startDate',
  'startTime',
  'endDate',
  'endTime',
  'date',
  'duration',
  'note',
  'client',
  'project',
  'activity',
  'tags',
  'billable',
  'workItem',
  'zone',
  'id',
])

/** How to read the file. What is left out is detected, and told back in the preview for the person to confirm. */
export const importOptionsSchema = z.strictObject({
  zone: zoneSchema.optional(),
  /** Generic CSV: which column holds which field. */
  columns: z.partialRecord(csvFieldSchema, z.string().max(200)).optional(),
  /** Order of numeric dates; never guessed where both readings are possible. */
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
})

export const importProblemSchema = z.strictObject({
  /** Line in the file, from 1; null: the file as a whole. */
  line: z.int().min(1).nullable(),
  /** File inside a data folder (Timewarrior), else ''. */
  file: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})

export const importPreviewSchema = z.strictObject({
  format: importFormatSchema,
  /** Rows in the file; rows = toAdd + alreadyThere + repeatedInFile + failed. */
  rows: z.int().min(0),
  toAdd: z.int().min(0),
  alreadyThere: z.int().min(0),
  repeatedInFile: z.int().min(0),
  failed: z.int().min(0),
  totalMs: z.int().min(0),
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** Names that the import would create. */
  newClients: z.array(z.string()),
  newProjects: z.array(z.string()),
  newActivities: z.array(z.string()),
  newTags: z.array(z.string()),
  /** The options as detected or given. */
  options: importOptionsSchema,
  /** Column names of a CSV file, for mapping. */
  columns: z.array(z.string()),
  /** At most 200; `problemCount` counts all. */
  problems: z.array(importProblemSchema).max(200),
  problemCount: z.int().min(0),
  sample: z
    .array(
      z.strictObject({
        line: z.int(),
        start: z.string(),
        end: z.string(),
        durationMs: z.int(),
        note: z.string(),
        client: z.string(),
        project: z.string(),
        activity: z.string(),
        tags: z.array(z.string()),
      }),
    )
    .max(20),
})

export const importBatchSchema = z.strictObject({
  id: idSchema,
  format: importFormatSchema,
  fileName: z.string(),
  importedAtMs: instantSchema,
  added: z.int().min(0),
  skipped: z.int().min(0),
  undone: z.boolean(),
})

const uploadIdSchema = z.string().regex(/^[0-9a-f-]{36}$/)
const importInput = { uploadId: uploadIdSchema, format: importFormatSchema, options: importOptionsSchema.optional() }

export const importsContract = {
  /** Opens an upload of one file, or of several files of one data folder. Kept for an hour, on disk, outside the database. */
  begin: command()
    .input(commandInput({ fileName: z.string().min(1).max(255) }))
    .output(z.strictObject({ uploadId: uploadIdSchema })),
  /** `data` is base64 of at most 1 MB; `index` counts from 0 per upload, so a repeated chunk is not appended twice. */
  append: command('unknown-upload', 'too-large')
    .input(
      commandInput({
        uploadId: uploadIdSchema,
        fileName: z.string().min(1).max(255),
        index: z.int().min(0),
        data: z.base64().max(1_400_000),
      }),
    )
    .output(z.strictObject({ bytes: z.int().min(0) })),
  preview: query('unknown-upload', 'unreadable-file', 'mapping-needed', 'too-large')
    .input(z.strictObject(importInput))
    .output(importPreviewSchema),
  /** Adds every good row in one transaction, or nothing. Rows with problems are left out only with `skipFailed`. */
  run: command('unknown-upload', 'unreadable-file', 'mapping-needed', 'nothing-to-import', 'too-large')
    .input(commandInput({ ...importInput, skipFailed: z.boolean().optional() }))
    .output(z.strictObject({ batch: importBatchSchema, failed: z.int().min(0) })),
  list: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ batches: z.array(importBatchSchema) })),
  /** Takes a whole batch out again, whenever it was; itself undoable. */
  undo: command('not-found')
    .input(commandInput({ batchId: idSchema }))
    .output(z.strictObject({ batch: importBatchSchema, removed: z.int().min(0) })),
}

export const exportFormatSchema = z.enum(['csv', 'json'])

export const exportsContract = {
  /** The file in pieces of text; the first event tells its name and how many entries it will hold. */
  stream: stream()
    .input(z.strictObject({ format: exportFormatSchema, fromDay: daySchema.optional(), toDay: daySchema.optional() }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('head'), fileName: z.string(), mime: z.string(), entries: z.int().min(0) }),
          z.strictObject({ type: z.literal('chunk'), text: z.string(), done: z.int().min(0) }),
        ]),
      ),
    ),
}
export type ImportFormat = z.infer<typeof importFormatSchema>
export type ImportOptions = z.infer<typeof importOptionsSchema>
export type ImportPreview = z.infer<typeof importPreviewSchema>
export type ImportProblem = z.infer<typeof importProblemSchema>
export type ImportBatch = z.infer<typeof importBatchSchema>
export type ExportFormat = z.infer<typeof exportFormatSchema>
