import type { Result } from '../../../shared/result.ts'

/** Bytes per piece: below the contract's 1 MB, and divisible by three, so that no piece is padded in base64. */
export const PIECE_BYTES = 786_432

export interface SentFile {
  readonly name: string
  readonly size: number
  slice(from: number, to: number): Promise<Uint8Array>
}

export interface UploadPiece {
  readonly fileName: string
  /** Counts over the whole upload. */
  readonly index: number
  /** base64 */
  readonly data: string
}

export interface UploadDeps<E> {
  /** Hands over one piece; an error ends the upload. */
  readonly send: (piece: UploadPiece) => Promise<Result<unknown, E>>
  readonly onProgress: (sentBytes: number) => void
  readonly signal: AbortSignal
}

/** Sends files piece by piece, in order. Answers false when it was stopped by the signal. */
export async function uploadFiles<E>(
  files: readonly SentFile[],
  { send, onProgress, signal }: UploadDeps<E>,
): Promise<Result<boolean, E>> {
  let index = 0
  let sentBytes = 0
  for (const file of files) {
    // An empty file is sent too: the host says what is wrong with it.
    for (let from = 0; from === 0 || from < file.size; from += PIECE_BYTES) {
      if (signal.aborted) return { ok: true, value: false }
      const bytes = await file.slice(from, from + PIECE_BYTES)
      if (signal.aborted) return { ok: true, value: false }
      const result = await send({ fileName: baseName(file.name), index, data: toBase64(bytes) })
      if (!result.ok) return result
      index += 1
      sentBytes += bytes.length
      onProgress(sentBytes)
    }
  }
  return { ok: true, value: !signal.aborted }
}

/** The last part of a path, as far as the contract takes it: its end tells what the file is. */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.length <= 255 ? name : name.slice(-255)
}

/** `btoa` takes letters; 8 kB at a time keeps the argument list short. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192))
  }
  return btoa(binary)
}
