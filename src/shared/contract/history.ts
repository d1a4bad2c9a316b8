import { z } from 'zod'
import { command, commandInput, query } from './base.ts'
import { instantSchema } from './primitives.ts'

/** Commands of the last 30 days can be taken back, newest first, across restarts. */
export const historyItemSchema = z.strictObject({
  commandId: z.string(),
  /** What was done, in words: 'Start “Payment retry”'. */
  label: z.string(),
  atMs: instantSchema,
  undone: z.boolean(),
})

const movedSchema = z.strictObject({ item: historyItemSchema })

export const historyContract = {
  list: query()
    .input(z.strictObject({ limit: z.int().min(1).max(200).optional() }))
    .output(z.strictObject({ items: z.array(historyItemSchema) })),
  /** Takes back the newest command that is not undone; `commandId`, when given, must be that one. */
  undo: command('nothing-to-undo', 'changed-since')
    .input(commandInput({ commandId: z.string().max(64).optional() }))
    .output(movedSchema),
  redo: command('nothing-to-redo', 'changed-since').input(commandInput({})).output(movedSchema),
}
export type HistoryItem = z.infer<typeof historyItemSchema>
