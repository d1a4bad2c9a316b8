import { z } from 'zod'

const pixelSchema = z.int().min(-100_000).max(100_000)
const lengthSchema = z.int().min(1).max(100_000)

/** Where a window was, in the screen's own units (DIP). */
export const boundsSchema = z.strictObject({
  x: pixelSchema,
  y: pixelSchema,
  width: lengthSchema,
  height: lengthSchema,
})

/** What a window remembers of itself. Nothing else belongs here: settings are in the profile, with undo and backup. */
export const preferencesSchema = z.strictObject({
  main: z.strictObject({ bounds: boundsSchema, maximized: z.boolean() }).nullable().catch(null).default(null),
  mini: z.strictObject({ bounds: boundsSchema }).nullable().catch(null).default(null),
})

export type Bounds = z.infer<typeof boundsSchema>
export type Preferences = z.infer<typeof preferencesSchema>

/** Whatever the file says: what cannot be read is as if it had never been kept. */
export function readPreferences(stored: unknown): Preferences {
  const { main, mini } = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  return preferencesSchema.parse({ main, mini })
}
