import { z } from 'zod'
import { isDay } from './day.ts'

/** Apart from day.ts, so that the window can check a day without loading zod. */
export const daySchema = z
  .string()
  .length(10)
  .refine(isDay, { error: 'Not a date. Write it as YYYY-MM-DD, for example 2026-11-20.' })
