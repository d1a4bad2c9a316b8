import { ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import { createMemoryLog } from '../../../../tests/fakes/memory-log.ts'
import { appError } from '../../../shared/errors.ts'
import { borderError, toWire, unwrap } from './error-bridge.ts'

const ids = { next: () => 'ref-1' }

it('a bug leaves the host as a reference only; the log has the rest', () => {
  const log = createMemoryLog()
  const bug = new Error('SQLITE_CONSTRAINT: /srv/profiles/stint.db')
  const error = borderError(bug, { log, ids }, ['timer', 'start'])
  expect(error).toBeInstanceOf(ORPCError)
  expect(error).toMatchObject({ code: 'internal', status: 500, data: { ref: 'ref-1' } })
  expect(JSON.stringify(error)).not.toContain('/srv')
  expect(log.lines).toMatchObject([{ level: 'error', fields: { err: bug, ref: 'ref-1', operation: 'timer.start' } }])
})

it('a refusal of the contract passes as it is; an error of a code outside it does not', () => {
  const log = createMemoryLog()
  const refusal = toWire(appError('nothing-running', 'No timer is running.', {}))
  expect(borderError(refusal, { log, ids }, [])).toBe(refusal)
  expect(borderError(new ORPCError('TEAPOT', { message: 'secret' }), { log, ids }, [])).toMatchObject({
    code: 'internal',
  })
})

it('a call that was given up is not a bug', () => {
  const log = createMemoryLog()
  const abort = new DOMException('gone', 'AbortError')
  expect(borderError(abort, { log, ids }, [])).toBe(abort)
  expect(log.lines).toEqual([])
})

it('a value comes through, and an error value is thrown with its code, words and data', () => {
  expect(unwrap({ ok: true, value: 7 })).toBe(7)
  const error = appError('too-long', 'Too long.', { limitMs: 5 })
  expect(() => unwrap({ ok: false, error })).toThrow(
    expect.objectContaining({ code: 'too-long', data: { limitMs: 5 } }),
  )
})
