import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, refusal } from '../cli-error.ts'

export interface ExportHead {
  readonly fileName: string
  readonly mime: string
  readonly entries: number
}

/** Where an export goes. */
export interface Sink {
  /** Absolute path; null: standard output. */
  readonly file: string | null
  begin(head: ExportHead): Promise<void>
  write(text: string): Promise<void>
  /** The whole export is there: keep it. */
  finish(): Promise<Result<void, CliError>>
  /** Leaves nothing half behind. */
  abandon(): Promise<void>
}

export async function openSink(context: CliContext, output: string | undefined): Promise<Result<Sink, CliError>> {
  if (output !== undefined) return fileSink(path.resolve(output))
  return ok(context.json ? jsonSink(context) : plainSink(context))
}

function plainSink({ out }: CliContext): Sink {
  return {
    file: null,
    begin: async () => {},
    write: (text) => out.write(text),
    finish: async () => ok(undefined),
    abandon: async () => {},
  }
}

/** One JSON document around the file, written as it comes: `{"fileName", "mime", "entries", "text"}`. */
function jsonSink({ out }: CliContext): Sink {
  return {
    file: null,
    begin: ({ fileName, mime, entries }) =>
      out.write(`${JSON.stringify({ fileName, mime, entries }).slice(0, -1)},"text":"`),
    write: (text) => out.write(JSON.stringify(text).slice(1, -1)),
    finish: async () => {
      await out.write('"}\n')
      return ok(undefined)
    },
    abandon: async () => {},
  }
}

/** Written aside and put in place whole, so that a stopped export never replaces an earlier, good one. */
async function fileSink(file: string): Promise<Result<Sink, CliError>> {
  const staging = `${file}.${process.pid}.part`
  try {
    const handle = await open(staging, 'wx')
    const abandon = async () => {
      await handle.close()
      await rm(staging, { force: true })
    }
    return ok({
      file,
      begin: async () => {},
      write: async (text) => {
        await handle.writeFile(text)
      },
      finish: async () => {
        try {
          await handle.sync()
          await handle.close()
          await rename(staging, file)
          return ok(undefined)
        } catch (error) {
          await rm(staging, { force: true })
          return err(notWritten(file, error))
        }
      },
      abandon,
    })
  } catch (error) {
    return err(notWritten(file, error))
  }
}

/** A file system says no in many ways; anything else is a bug and goes on. */
export function notWritten(file: string, error: unknown): CliError {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'its folder is a file',
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'that disk is read-only',
    ENOSPC: 'the disk is full',
    EISDIR: 'it is a folder',
  }
  const code = String(error.code)
  return refusal('file-not-written', `${file} cannot be written: ${reasons[code] ?? code}.`, '', { file, reason: code })
}
