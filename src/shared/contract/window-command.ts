import { z } from 'zod'
import { placeSchema } from './notifications.ts'

/** What the desktop asks of a window: a menu item was chosen, a notification clicked, a link opened. */
export const windowCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('go'), place: placeSchema }),
  /** An action of the palette, by its id; an unknown one is ignored. */
  z.strictObject({ kind: z.literal('action'), id: z.string().max(64) }),
  /** The note field of the mini window, ready for typing; `text` is what is already known. */
  z.strictObject({ kind: z.literal('quick-note'), text: z.string().max(3000) }),
])

export type WindowCommand = z.infer<typeof windowCommandSchema>
