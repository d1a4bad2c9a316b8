import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryLog } from '../../../tests/fakes/memory-log.ts'
import { createLifeSigns } from './create-life-signs.ts'

let dir: string
const log = createMemoryLog()
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'stint-signs-'))
  log.lines.length = 0
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const sign = { atMs: 5, entryId: 'entry', away: { cause: 'lock' as const, sinceMs: 4 }, ended: true }

it('a sign of life is read as it was written, and nothing else is left in the profile', () => {
  const signs = createLifeSigns(dir, log)
  expect(signs.read()).toBeNull()
  signs.write({ ...sign, ended: false })
  signs.write(sign)
  expect(createLifeSigns(dir, log).read()).toEqual(sign)
  expect(readdirSync(dir)).toEqual(['presence.json'])
  signs.clear()
  signs.clear()
  expect(signs.read()).toBeNull()
  expect(log.lines).toEqual([])
})

it.each(['', '{"atMs":', '[]', '{"atMs":"1","entryId":"e","away":null,"ended":false}'])(
  'a file that holds %j is no sign of life, and no failure',
  (text) => {
    writeFileSync(path.join(dir, 'presence.json'), text)
    expect(createLifeSigns(dir, log).read()).toBeNull()
    expect(log.lines.map(({ level }) => level)).toEqual(['warn'])
  },
)

it('a folder that is gone stops nothing', () => {
  const signs = createLifeSigns(path.join(dir, 'gone'), log)
  signs.write(sign)
  signs.clear()
  expect(signs.read()).toBeNull()
  expect(log.lines.map(({ message }) => message)).toEqual(['The sign of life was not written'])
})
