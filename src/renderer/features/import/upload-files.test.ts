import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/result.ts'
import { PIECE_BYTES, type SentFile, toBase64, type UploadPiece, uploadFiles } from './upload-files.ts'

function file(name: string, bytes: Uint8Array): SentFile {
  return { name, size: bytes.length, slice: async (from, to) => bytes.slice(from, to) }
}
const quiet = { onProgress: () => undefined, signal: new AbortController().signal }
const fromBase64 = (data: string) => Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))

describe('uploadFiles', () => {
  it('sends every byte once, in order, in pieces that a host takes', async () => {
    const bytes = Uint8Array.from({ length: PIECE_BYTES * 2 + 5 }, (_, i) => (i * 31) % 256)
    const pieces: UploadPiece[] = []
    const progress: number[] = []
    const result = await uploadFiles([file('dir/a.csv', bytes), file('b.csv', new Uint8Array())], {
      ...quiet,
      send: async (piece) => ok(pieces.push(piece)),
      onProgress: (sent) => progress.push(sent),
    })
    expect(result).toEqual(ok(true))
    expect(pieces.map(({ fileName, index }) => `${fileName} ${index}`)).toEqual([
      'a.csv 0',
      'a.csv 1',
      'a.csv 2',
      'b.csv 3',
    ])
    const back = pieces.flatMap(({ data }) => [...fromBase64(data)])
    expect(back.length).toBe(bytes.length)
    expect(back.every((byte, i) => byte === bytes[i])).toBe(true)
    expect(progress.at(-1)).toBe(bytes.length)
    expect(pieces.every(({ data }) => data.length <= 1_400_000)).toBe(true)
  })
  it('stops at the first refusal', async () => {
    let sent = 0
    const result = await uploadFiles([file('a', new Uint8Array(PIECE_BYTES * 3))], {
      ...quiet,
      send: async () => {
        sent += 1
        return err('too-large')
      },
    })
    expect(result).toEqual(err('too-large'))
    expect(sent).toBe(1)
  })
  it('stops when it is cancelled', async () => {
    const stop = new AbortController()
    let sent = 0
    const result = await uploadFiles([file('a', new Uint8Array(PIECE_BYTES * 3))], {
      ...quiet,
      signal: stop.signal,
      send: async () => {
        sent += 1
        stop.abort()
        return ok(null)
      },
    })
    expect(result).toEqual(ok(false))
    expect(sent).toBe(1)
  })
})

describe('toBase64', () => {
  it('writes any byte', () => {
    expect(toBase64(Uint8Array.from([0, 255, 128, 10]))).toBe('AP+ACg==')
  })
})
