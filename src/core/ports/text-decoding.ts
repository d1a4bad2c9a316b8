import type { Result } from '../../shared/result.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string
  readonly encoding: TextEncoding
  /** True where nothing in the file says so: it was not valid UTF-8 and the most common other one was taken. */
  readonly guessed: boolean
}

/** Turns the bytes of a file into text. Core knows no platform that could. */
export interface TextDecoding {
  /** 'not-text': a spreadsheet, an archive, a picture. */
  decode(bytes: Uint8Array): Result<DecodedText, 'not-text'>
}
