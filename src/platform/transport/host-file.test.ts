import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type HostFile, hostFilePath, parseHostFile, readHostFile, removeHostFile, writeHostFile } from './host-file.ts'

const file: HostFile = {
  pid: 4711,
  url: 'http://127.0.0.1:8080',
  port: 8080,
  token: 'A'.repeat(43),
  startedAtMs: 1_800_000_000_000,
  version: '0.1.0',
}
const folder = () => mkdtempSync(path.join(tmpdir(), 'stint-host-file-'))

describe('the host file', () => {
  it('is read as it was written, and belongs to its owner only', () => {
    const dir = folder()
    writeHostFile(dir, file)
    expect(readHostFile(dir)).toEqual(file)
    expect(statSync(hostFilePath(dir)).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual(['host.json'])
  })

  it('is absent, not an error, where no host was', () => {
    expect(readHostFile(folder())).toBeUndefined()
    expect(readHostFile(path.join(folder(), 'nothing/here'))).toBeUndefined()
  })

  it('of a later host is left alone by an earlier one', () => {
    const dir = folder()
    writeHostFile(dir, { ...file, token: 'B'.repeat(43) })
    removeHostFile(dir, file.token)
    expect(readHostFile(dir)?.token).toBe('B'.repeat(43))
    removeHostFile(dir, 'B'.repeat(43))
    expect(readHostFile(dir)).toBeUndefined()
  })

  it('never leads away from this machine', () => {
    for (const url of [
      'http://127.0.0.1.evil.example:8080',
      'http://evil.example:8080',
      'https://127.0.0.1:8080',
      'http://127.0.0.1:8081',
      'http://127.0.0.1:8080/x',
      'http://x@127.0.0.1:8080',
      'http://localhost:8080',
    ]) {
      expect(parseHostFile(JSON.stringify({ ...file, url })), url).toBeUndefined()
    }
    expect(parseHostFile(JSON.stringify({ ...file, url: 'http://[::1]:8080' }))?.port).toBe(8080)
  })

  it('that is cut short or not ours counts as none', () => {
    const dir = folder()
    const text = JSON.stringify(file)
    for (let length = 0; length < text.length; length += 7) {
      writeFileSync(hostFilePath(dir), text.slice(0, length))
      expect(readHostFile(dir)).toBeUndefined()
    }
    for (const wrong of [
      { pid: 0 },
      { pid: 1.5 },
      { port: 70_000 },
      { token: 'short' },
      { token: 7 },
      { version: null },
    ]) {
      expect(parseHostFile(JSON.stringify({ ...file, ...wrong })), JSON.stringify(wrong)).toBeUndefined()
    }
  })
})
