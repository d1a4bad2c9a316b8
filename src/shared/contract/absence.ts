import { z } from 'zod'
import { MAX_IDLE_MS } from '../limits.ts'
import { command, commandInput, query } from './base.ts'
import { entrySchema } from './entities.ts'
import { idSchema, instantSchema } from './primitives.ts'
import { detailsShape } from './timer.ts'

/** Why nobody was at the computer. `closed`: Stint itself was not running; `crash`: it ended without saying so. */
export const absenceCauseSchema = z.enum([
  'idle',
  'lock',
  'sleep',
  'shutdown',
  'user-switch',
  'clock',
  'closed',
  'crash',
  'away',
])

/** One stretch without the person, `[fromMs, untilMs)`. Its start and its cause never change once they are known. */
export const absencePieceSchema = z.strictObject({
  fromMs: instantSchema,
  untilMs: instantSchema,
  cause: absenceCauseSchema,
})

/** Of one question. Further absences of the same entry become a question of their own. */
export const MAX_PIECES = 500

/**
 * The one question: what is to become of the time that an entry ran while nobody was there? Each further absence
 * before the answer adds a piece. Pieces are in order and do not touch.
 */
export const absenceSchema = z.strictObject({
  id: idSchema,
  entryId: idSchema,
  pieces: z.array(absencePieceSchema).min(1).max(MAX_PIECES),
  /**
   * `waiting`: an older question about another entry comes first; it is shown as `open` when it is its turn.
   * `withdrawn`: the entry was removed or cut by hand, so nothing is left to ask.
   */
  state: z.enum(['open', 'waiting', 'answered', 'withdrawn']),
  askedAtMs: instantSchema,
  updatedAtMs: instantSchema,
})

/** Somebody is away now; the question comes when they are back. */
export const awaySchema = z.strictObject({ cause: absenceCauseSchema, sinceMs: instantSchema })

const movedSchema = z.strictObject({ kind: z.literal('move'), details: z.strictObject(detailsShape) })

export const absencePartSchema = z.strictObject({
  fromMs: instantSchema,
  untilMs: instantSchema,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('keep') }),
    z.strictObject({ kind: z.literal('discard') }),
    movedSchema,
  ]),
})

export const absenceAnswerSchema = z.discriminatedUnion('kind', [
  /** It was work: nothing changes. */
  z.strictObject({ kind: z.literal('keep') }),
  /** Takes the absence out; the entry goes on from each return. */
  z.strictObject({ kind: z.literal('discard') }),
  /** Takes the absence out, and the entry ends where the last piece began. */
  z.strictObject({ kind: z.literal('discard-and-stop') }),
  /** The absence becomes entries of its own with these details. */
  movedSchema,
  /** Different parts to different ends. Together they cover the pieces exactly, in order. */
  z.strictObject({ kind: z.literal('split'), parts: z.array(absencePartSchema).min(1).max(100) }),
])

/** What a client without power events of its own can say about its person (a browser, `stint away`). */
export const presenceReportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle'), idleMs: z.int().min(0).max(MAX_IDLE_MS) }),
  z.strictObject({ kind: z.literal('active') }),
  z.strictObject({ kind: z.literal('lock') }),
  z.strictObject({ kind: z.literal('unlock') }),
  /** `stint away`, said by the person; `sinceMs` when they left some time ago. */
  z.strictObject({ kind: z.literal('away'), sinceMs: instantSchema.optional() }),
  z.strictObject({ kind: z.literal('back') }),
])

const presenceSchema = z.strictObject({ question: absenceSchema.nullable(), away: awaySchema.nullable() })

export const absenceContract = {
  /** The open question (its pieces cut to what the entry still covers) and whether somebody is away now. */
  get: query().input(z.strictObject({})).output(presenceSchema),
  /** Undo brings back both the time and the question. */
  answer: command('not-found', 'changed-since')
    .input(commandInput({ absenceId: idSchema, answer: absenceAnswerSchema }))
    .output(
      z.strictObject({
        /** What the answer changed or made, oldest first. */
        entries: z.array(entrySchema),
        /** keptMs + movedMs + removedMs is the whole absence. */
        keptMs: z.int().min(0),
        movedMs: z.int().min(0),
        removedMs: z.int().min(0),
      }),
    ),
  /** Evidence, not a change of time: nothing is undone by undo. */
  report: command('in-future', 'nothing-running')
    .input(commandInput({ report: presenceReportSchema }))
    .output(presenceSchema),
}

export type AbsenceCause = z.infer<typeof absenceCauseSchema>
export type AbsencePiece = z.infer<typeof absencePieceSchema>
export type Absence = z.infer<typeof absenceSchema>
export type Away = z.infer<typeof awaySchema>
export type AbsencePart = z.infer<typeof absencePartSchema>
export type AbsenceAnswer = z.infer<typeof absenceAnswerSchema>
export type PresenceReport = z.infer<typeof presenceReportSchema>
