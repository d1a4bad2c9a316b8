import type { DecodedText, TextDecoding, TextEncoding } from '../../core/ports/text-decoding.ts'
import { err, ok, type Result } from '../../shared/result.ts'

const SAMPLE_BYTES = 8_192
/** Text has next to no control characters beside tab and line ends; compressed and binary data has about one in ten. */
const MAX_CONTROL_SHARE = 0.02

/**
 * A byte order mark decides; else strict UTF-8 (a character cut in two at the very end is left off: the file was
 * truncated there); else Windows-1252, which spreadsheets on Windows still write and which the caller must tell.
 */
export function createTextDecoding(): TextDecoding {
  return { decode }
}

function decode(bytes: Uint8Array): Result<DecodedText, 'not-text'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  if (!looksLikeText(bytes)) return err('not-text')
  const utf8 = decodeUtf8(bytes) ?? decodeUtf8(withoutCutCharacter(bytes))
  if (utf8 !== undefined) return ok({ text: utf8, encoding: 'utf-8', guessed: false })
  return ok({ text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', guessed: true })
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): Result<DecodedText, 'not-text'> {
  return ok({ text: new TextDecoder(encoding).decode(bytes), encoding, guessed: false })
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Without a lead byte of UTF-8 whose followers are missing, in the last three bytes. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
    if (byte < 0x80) return bytes
  }
  return bytes
}

function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  // "PK" and two control characters begin every archive, and so every .xlsx and .ods.
  if (sample[0] === 0x50 && sample[1] === 0x4b && (sample[2] ?? 255) < 9 && (sample[3] ?? 255) < 9) return false
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls <= sample.length * MAX_CONTROL_SHARE
}
