import { z } from 'zod'
import { isZone } from './zone.ts'

/** Apart from zone.ts, so that the window does not load zod. */
export const zoneSchema = z
  .string()
  .min(1)
  .max(64)
  .refine(isZone, { error: 'Not a time zone name. Write one such as Europe/Stockholm or UTC.' })
