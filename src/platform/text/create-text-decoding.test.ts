import { describe, expect, it } from 'vitest'
import { createTextDecoding } from './create-text-decoding.ts'

const { decode } = createTextDecoding()
const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  view.setUint16(0, 0xfeff, !bigEndian)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2 + 2, text.charCodeAt(at), !bigEndian)
  return new Uint8Array(view.buffer)
}

describe('decoding the bytes of an imported file', () => {
  it('reads UTF-8 with and without a byte order mark as the same text', () => {
    const plain = decode(utf8('Möte, räksmörgås 🦐'))
    const marked = decode(utf8('\ufeffMöte, räksmörgås 🦐'))
    expect(plain).toEqual({ ok: true, value: { text: 'Möte, räksmörgås 🦐', encoding: 'utf-8', guessed: false } })
    expect(marked).toEqual(plain)
  })

  it('reads UTF-16 of either byte order where its mark says so', () => {
    for (const bigEndian of [false, true]) {
      const result = decode(utf16('Möte 🦐', bigEndian))
      expect(result).toMatchObject({
        ok: true,
        value: { text: 'Möte 🦐', encoding: bigEndian ? 'utf-16be' : 'utf-16le', guessed: false },
      })
    }
  })

  it('takes what is not UTF-8 for Windows-1252 and says that this is a guess', () => {
    const result = decode(bytes(0x4d, 0xf6, 0x74, 0x65, 0x20, 0x80))
    expect(result).toEqual({ ok: true, value: { text: 'Möte €', encoding: 'windows-1252', guessed: true } })
  })

  it('keeps a file UTF-8 that was cut off inside its last character', () => {
    const whole = utf8('Möte 🦐')
    for (const missing of [1, 2, 3]) {
      const result = decode(whole.subarray(0, whole.length - missing))
      expect(result).toMatchObject({ ok: true, value: { text: 'Möte ', encoding: 'utf-8' } })
    }
  })

  it('refuses spreadsheets, archives and pictures instead of showing them as letters', () => {
    const zip = utf8('PK\u0003\u0004\u0014\u0000\u0006\u0000')
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52)
    const sqlite = utf8('SQLite format 3\u0000\u0010\u0000\u0001\u0001\u0000')
    for (const file of [zip, png, sqlite]) expect(decode(file)).toEqual({ ok: false, error: 'not-text' })
  })

  it('reads an empty file as empty text', () => {
    expect(decode(bytes())).toMatchObject({ ok: true, value: { text: '' } })
  })
})
