import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, refusal } from '../cli-error.ts'

export interface FileToSend {
  readonly path: string
  /** Its name inside the upload. */
  readonly name: string
  readonly bytes: number
}

/** One file, or the data files of a folder: Timewarrior keeps a file per month in `data/`. */
export function findFiles(given: string): Result<FileToSend[], CliError> {
  const top = path.resolve(given)
  try {
    if (!statSync(top).isDirectory()) return ok([fileAt(top)])
    const inner = path.join(top, 'data')
    const folder = isFolder(inner) ? inner : top
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.data'))
      .sort()
      .map((name) => fileAt(path.join(folder, name)))
      .filter(({ bytes }) => bytes > 0)
    if (files.length > 0) return ok(files)
    return err(
      refusal(
        'no-such-file',
        `The folder ${given} holds no data files.`,
        'Name Timewarrior’s data folder, such as ~/.timewarrior/data, or a single file.',
        {
          file: given,
        },
      ),
    )
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const reason =
      error.code === 'ENOENT' ? 'does not exist' : error.code === 'EACCES' ? 'may not be read' : 'cannot be read'
    return err(refusal('no-such-file', `${given} ${reason}.`, '', { file: given, reason: error.code }))
  }
}

function fileAt(file: string): FileToSend {
  return { path: file, name: path.basename(file), bytes: statSync(file).size }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}
