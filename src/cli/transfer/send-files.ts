import { open } from 'node:fs/promises'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, EXIT, refusal } from '../cli-error.ts'
import { commandKey } from '../input/command-key.ts'
import type { FileToSend } from './find-files.ts'
import type { Progress } from './progress.ts'

/** Raw bytes of one piece; the contract takes at most 1 MB. */
const PIECE_BYTES = 1_000_000

/** Sends files to the host piece by piece and returns the upload's id. Nothing is imported yet. */
export async function sendFiles(
  context: CliContext,
  files: readonly FileToSend[],
  progress: Progress,
): Promise<Result<string, CliError>> {
  const fileName = files[0]?.name ?? ''
  const begun = await context.ask((client) => client.imports.begin({ commandKey: commandKey(), fileName }))
  if (!begun.ok) return begun
  const { uploadId } = begun.value
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let sentBytes = 0
  for (const file of files) {
    const sent = await sendFile(context, uploadId, file, (bytes) => {
      sentBytes += bytes
      return progress.show('Reading', sentBytes, totalBytes)
    })
    if (!sent.ok) return sent
  }
  await progress.clear()
  return ok(uploadId)
}

async function sendFile(
  context: CliContext,
  uploadId: string,
  file: FileToSend,
  onSent: (bytes: number) => Promise<void>,
): Promise<Result<void, CliError>> {
  const handle = await open(file.path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(PIECE_BYTES, Math.max(1, file.bytes)))
    for (let index = 0; ; index += 1) {
      if (context.interrupted.aborted) return err(cancelled())
      const { bytesRead } = await handle.read(buffer, 0, buffer.length)
      if (bytesRead === 0 && index > 0) return ok(undefined)
      const data = buffer.toString('base64', 0, bytesRead)
      const sent = await context.ask((client) =>
        client.imports.append({ commandKey: commandKey(), uploadId, fileName: file.name, index, data }),
      )
      if (!sent.ok) return sent
      await onSent(bytesRead)
      if (bytesRead === 0) return ok(undefined)
    }
  } finally {
    await handle.close()
  }
}

export function cancelled(): CliError {
  return { ...refusal('cancelled', 'Stopped. Nothing was imported.'), exitCode: EXIT.interrupted }
}
