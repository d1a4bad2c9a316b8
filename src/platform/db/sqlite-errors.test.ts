import { expect, it } from 'vitest'
import { storeErrorOf } from './sqlite-errors.ts'

const thrown = (code: string) => Object.assign(new Error(code), { code })

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
])('%s becomes %s, which a person can act on', (code, expected) => {
  expect(storeErrorOf(thrown(code))?.code).toBe(expected)
})

it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_CORRUPT', 'ENOENT'])('%s stays an exception', (code) => {
  expect(storeErrorOf(thrown(code))).toBeUndefined()
})
