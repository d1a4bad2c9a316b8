import { z } from 'zod'
import { command, commandInput, query } from './base.ts'
import { settingsSchema } from './entities.ts'
import { instantSchema } from './primitives.ts'

export const hostInfoSchema = z.strictObject({
  version: z.string(),
  /** Hash of the contract: a client built for another one asks for a reload. */
  contractHash: z.string(),
  kind: z.enum(['headless', 'desktop', 'cli', 'test']),
  pid: z.int(),
  startedAtMs: instantSchema,
  /** The folder that holds all data, shown so that a person can find it. */
  profile: z.string(),
})

export const doctorCheckSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(['ok', 'warn', 'fail']),
  detail: z.string(),
  /** What to do; empty when all is well. */
  mend: z.string(),
})

export const backupSchema = z.strictObject({
  /** File name inside the profile's backups folder. */
  name: z.string(),
  madeAtMs: instantSchema,
  bytes: z.int().min(0),
  reason: z.enum(['manual', 'daily', 'migration', 'restore', 'quit', 'import']),
  entries: z.int().min(0),
})

const backupNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/, 'Give the name of a backup as the list shows it')

export const hostContract = { info: query().input(z.strictObject({})).output(hostInfoSchema) }

export const settingsContract = {
  get: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ settings: settingsSchema })),
  update: command()
    .input(z.strictObject({ ...commandInput({}).shape, ...settingsSchema.partial().shape }))
    .output(z.strictObject({ settings: settingsSchema })),
}

export const backupsContract = {
  list: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ backups: z.array(backupSchema) })),
  create: command()
    .input(commandInput({}))
    .output(z.strictObject({ backup: backupSchema })),
  /** Puts a backup in place; what was there is kept as a backup of its own (`replaced`). */
  restore: command('not-found', 'damaged-backup')
    .input(commandInput({ name: backupNameSchema }))
    .output(z.strictObject({ replaced: backupSchema, entries: z.int().min(0) })),
}

export const doctorContract = {
  run: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ checks: z.array(doctorCheckSchema) })),
}
export type HostInfo = z.infer<typeof hostInfoSchema>
export type DoctorCheck = z.infer<typeof doctorCheckSchema>
export type Backup = z.infer<typeof backupSchema>
