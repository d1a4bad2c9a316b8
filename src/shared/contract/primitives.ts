import { z } from 'zod'
import { MAX_ENTRY_MS } from '../limits.ts'

/**
 * 1900-01-02 and 2999-12-30 in UTC milliseconds: outside lies a typing error, not a working day. One day inside the
 * range of `Day`, so that an instant within has a day within, whatever the zone.
 */
export const MIN_INSTANT_MS = -2_208_902_400_000
export const MAX_INSTANT_MS = 32_503_507_200_000
export const MAX_NOTE_LENGTH = 3000
export const MAX_TAGS = 50

/** Half of a surrogate pair cannot be stored as UTF-8: it would come back as another text than was answered. */
const wellFormed = (text: string) => text.toWellFormed()

export const idSchema = z.uuid().meta({ description: 'UUIDv7' })
export const instantSchema = z.int().min(MIN_INSTANT_MS).max(MAX_INSTANT_MS).meta({ description: 'UTC milliseconds' })
export const durationSchema = z.int().min(0).max(MAX_ENTRY_MS).meta({ description: 'milliseconds' })
/** Sent with every command; the same key again returns the first answer instead of acting twice. */
export const commandKeySchema = z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/, 'Give 8 to 64 letters, digits or . _ : -')
export const noteSchema = z.string().max(MAX_NOTE_LENGTH).overwrite(wellFormed)
export const nameSchema = z.string().trim().min(1, 'Give a name').max(200).overwrite(wellFormed)
/** Any letters, as long as it is one line: 1 to 64 characters (Toki2's limit, without its ASCII rule). */
export const tagNameSchema = z
  .string()
  .trim()
  .regex(/^[^\r\n\t]{1,64}$/, 'Give a tag of 1 to 64 characters on one line')
  .overwrite(wellFormed)
/** One line of free text beside a key. */
export const titleSchema = z.string().trim().min(1).max(500).overwrite(wellFormed)
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i, 'Give a colour such as #3b82f6')
export const cursorSchema = z.string().min(1).max(200)
