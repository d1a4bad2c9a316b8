import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createUploads } from './create-uploads.ts'

const ID = '01a1fbb2-9200-775f-86e1-b9e52bd01acf'
const bytes = (text: string) => new TextEncoder().encode(text)
let dir: string
let nowMs = 1_000
const clock = { nowMs: () => nowMs }

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'stint uploads åö '))
  nowMs = 1_000
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function contents(uploads: ReturnType<typeof createUploads>) {
  return uploads.read(ID)?.map((file) => [file.name, new TextDecoder().decode(file.bytes)])
}

describe('uploads', () => {
  it('puts pieces together, per file, and a repeated piece once', () => {
    const uploads = createUploads(dir, clock)
    uploads.begin(ID, nowMs)
    expect(uploads.append(ID, 'a.csv', 0, bytes('one '))).toEqual({ ok: true, value: 4 })
    expect(uploads.append(ID, 'a.csv', 0, bytes('one '))).toEqual({ ok: true, value: 4 })
    expect(uploads.append(ID, 'a.csv', 1, bytes('two'))).toEqual({ ok: true, value: 7 })
    expect(uploads.append(ID, 'b.csv', 0, bytes('b')).ok).toBe(true)
    expect(contents(uploads)).toEqual([
      ['a.csv', 'one two'],
      ['b.csv', 'b'],
    ])
  })

  it('takes pieces counted through the whole upload as well', () => {
    const uploads = createUploads(dir, clock)
    uploads.begin(ID, nowMs)
    expect(uploads.append(ID, 'a', 0, bytes('a')).ok).toBe(true)
    expect(uploads.append(ID, 'b', 1, bytes('b')).ok).toBe(true)
    expect(uploads.append(ID, 'b', 2, bytes('c')).ok).toBe(true)
    expect(contents(uploads)).toEqual([
      ['a', 'a'],
      ['b', 'bc'],
    ])
  })

  it('refuses a piece that came too early', () => {
    const uploads = createUploads(dir, clock)
    uploads.begin(ID, nowMs)
    expect(uploads.append(ID, 'a', 2, bytes('x'))).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it.each(['../../evil', '/etc/passwd', 'a/b', 'C:\\x', '..', 'con\u0000x'])(
    'never makes a path of the file name %j',
    (name) => {
      const uploads = createUploads(dir, clock)
      uploads.begin(ID, nowMs)
      expect(uploads.append(ID, name, 0, bytes('x')).ok).toBe(true)
      expect(contents(uploads)).toEqual([[name, 'x']])
      expect(readdirSync(dir, { recursive: true }).sort()).toEqual(['uploads', 'uploads/1', 'uploads/1/0.part'])
    },
  )

  it('forgets an upload after an hour, its files too', () => {
    const uploads = createUploads(dir, clock)
    uploads.begin(ID, nowMs)
    uploads.append(ID, 'a', 0, bytes('x'))
    nowMs += 3_600_001
    expect(uploads.read(ID)).toBeUndefined()
    expect(uploads.append(ID, 'a', 1, bytes('x'))).toMatchObject({ ok: false, error: { code: 'unknown-upload' } })
    expect(readdirSync(path.join(dir, 'uploads'))).toEqual([])
  })

  it('removes at start what an earlier run left', () => {
    mkdirSync(path.join(dir, 'uploads', '7'), { recursive: true })
    writeFileSync(path.join(dir, 'uploads', '7', '0.part'), 'left')
    createUploads(dir, clock)
    expect(existsSync(path.join(dir, 'uploads'))).toBe(false)
  })

  it('stops at 200 MB', () => {
    const uploads = createUploads(dir, clock)
    uploads.begin(ID, nowMs)
    const piece = new Uint8Array(100_000_000)
    expect(uploads.append(ID, 'a', 0, piece).ok).toBe(true)
    expect(uploads.append(ID, 'a', 1, piece).ok).toBe(true)
    expect(uploads.append(ID, 'a', 2, bytes('x'))).toMatchObject({ ok: false, error: { code: 'too-large' } })
  })
})
