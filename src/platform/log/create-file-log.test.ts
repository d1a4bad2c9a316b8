import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileLog } from './create-file-log.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'stint log åö '))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const logFile = () => path.join(dir, 'logs', 'stint.log')
const lines = () =>
  readFileSync(logFile(), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('file log', () => {
  it('has each line in the file when the call returns, and no level below the one asked for', () => {
    const { log, close } = createFileLog(dir)
    log.debug({}, 'too small')
    log.info({ entries: 3 }, 'opened')
    expect(lines()).toMatchObject([{ msg: 'opened', entries: 3 }])
    close()
    close()
  })

  it('strikes out secrets by name at any depth, in errors and lists too', () => {
    const { log, close } = createFileLog(dir)
    const error = Object.assign(new Error('refused'), { headers: { Cookie: 'hush-1' }, cause: { apiKey: 'hush-2' } })
    log.error({ error, token: 'hush-3', list: [{ Authorization: 'hush-4' }], deep: { password: { a: 'hush-5' } } }, 'x')
    close()
    expect(readFileSync(logFile(), 'utf8')).not.toContain('hush')
    expect(lines()).toMatchObject([{ error: { message: 'refused', stack: expect.any(String) }, token: '[redacted]' }])
  })

  it('survives fields that go round in a circle or are huge', () => {
    const { log, close } = createFileLog(dir)
    const loop: Record<string, unknown> = { long: 'x'.repeat(100_000), big: 10n, bytes: new Uint8Array(5) }
    loop['self'] = loop
    log.info({ loop }, 'round')
    close()
    expect(lines()).toMatchObject([{ loop: { big: '10', bytes: '[5 bytes]' } }])
    expect(statSync(logFile()).size).toBeLessThan(6_000)
  })

  it('puts a large file aside at start and keeps three', () => {
    mkdirSync(path.join(dir, 'logs'))
    for (let start = 0; start < 5; start += 1) {
      writeFileSync(logFile(), 'x'.repeat(5_000_000))
      createFileLog(dir).close()
    }
    expect(readdirSync(path.join(dir, 'logs')).sort()).toEqual([
      'stint.log',
      'stint.log.1',
      'stint.log.2',
      'stint.log.3',
    ])
  })

  it('is readable by its owner only', { skip: process.platform === 'win32' }, () => {
    createFileLog(dir).close()
    expect(statSync(logFile()).mode & 0o077).toBe(0)
    expect(statSync(path.dirname(logFile())).mode & 0o077).toBe(0)
  })
})
