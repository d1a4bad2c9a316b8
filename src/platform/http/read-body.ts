import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { err, ok, type Result } from '../../shared/result.ts'

/** What `accept-encoding` may promise. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

export type BodyTrouble =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-payload'; readonly cause: string }
  | { readonly kind: 'cut'; readonly error: unknown }

/**
 * The whole body, unpacked. Never holds more than `maxBytes` of it, packed or unpacked, and lets go of the connection
 * where it stops early.
 */
export function readBody(message: IncomingMessage, maxBytes: number): Promise<Result<Buffer, BodyTrouble>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let unpackedBytes = 0
    let packedBytes = 0
    const end = (result: Result<Buffer, BodyTrouble>) => {
      resolve(result)
      if (result.ok) return
      message.destroy()
      unpacker?.destroy()
    }
    const tooLarge = () => end(err({ kind: 'too-large' }))

    const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
    const unpacker = unpackerOf(encoding)
    if (unpacker === undefined) {
      return end(err({ kind: 'bad-payload', cause: 'The answer is packed in a way nobody asked for.' }))
    }
    if (Number(message.headers['content-length'] ?? 0) > maxBytes) return tooLarge()

    message.once('error', (error) => end(err({ kind: 'cut', error })))
    message.once('close', () => {
      if (!message.complete) end(err({ kind: 'cut', error: undefined }))
    })
    const plain = unpacker ?? message
    if (unpacker !== null) {
      // Counted before unpacking too: a packed stream need not give anything out.
      message.on('data', (chunk: Buffer) => {
        packedBytes += chunk.length
        if (packedBytes > maxBytes) tooLarge()
      })
      message.pipe(unpacker)
      unpacker.once('error', () => end(err({ kind: 'bad-payload', cause: 'The answer cannot be unpacked.' })))
    }
    plain.on('data', (chunk: Buffer) => {
      unpackedBytes += chunk.length
      if (unpackedBytes > maxBytes) return tooLarge()
      chunks.push(chunk)
    })
    plain.once('end', () => end(ok(Buffer.concat(chunks))))
  })
}

/** null: not packed; undefined: unknown. */
function unpackerOf(encoding: string): Duplex | null | undefined {
  switch (encoding) {
    case 'identity':
    case '':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return undefined
  }
}
