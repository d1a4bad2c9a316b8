import { constants } from 'node:fs'
import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { notWritten } from './sink.ts'

/** Names that a host takes for a backup. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,116}\.db$/

export interface AdoptedBackup {
  readonly name: string
  /** Takes the copy away that was made, for a file that turned out to be no backup. */
  forget(): Promise<void>
}

/**
 * The name of a backup to put back: as typed, or that of a file from elsewhere, which is first copied to the other
 * backups. Only the host judges whether it is a good one.
 */
export async function adoptBackup(context: CliContext, typed: string): Promise<Result<AdoptedBackup, CliError>> {
  const folder = path.join(context.profileDir, 'backups')
  const file = path.resolve(typed)
  const isName = NAME.test(typed) && (await isFile(path.join(folder, typed)))
  if (isName || !(await isFile(file))) return ok(listed(typed))
  if (path.dirname(file) === folder && NAME.test(path.basename(file))) return ok(listed(path.basename(file)))
  const base = path
    .basename(file)
    .replace(/\.db$/, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
  const name = `from-${base === '' ? 'file' : base.slice(0, 60)}-${context.nowMs}.db`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await copyFile(file, path.join(folder, name), constants.COPYFILE_EXCL)
    return ok({ name, forget: () => rm(path.join(folder, name), { force: true }) })
  } catch (error) {
    return err(notWritten(path.join(folder, name), error))
  }
}

function listed(name: string): AdoptedBackup {
  return { name, forget: async () => {} }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
