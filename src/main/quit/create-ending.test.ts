import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEnding } from './create-ending.ts'

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('ends once, however often it is asked, and exits when all is done', async () => {
  let done = () => {}
  const end = vi.fn(() => new Promise<void>((resolve) => (done = resolve)))
  const exit = vi.fn()
  const ending = createEnding({ end, exit, log })
  expect(ending.isEnding()).toBe(false)
  ending.begin()
  ending.begin('fast')
  expect(ending.isEnding()).toBe(true)
  expect(end.mock.calls).toEqual([['orderly']])
  expect(exit).not.toHaveBeenCalled()
  done()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(exit.mock.calls).toEqual([[0]])
})

it('exits with 1 when something failed on the way', async () => {
  const exit = vi.fn()
  createEnding({ end: () => Promise.reject(new Error('full disk')), exit, log }).begin()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(exit.mock.calls).toEqual([[1]])
})

it('does not hang for ever, and less when the system goes down', async () => {
  const exit = vi.fn()
  createEnding({ end: () => new Promise(() => {}), exit, log }).begin('fast')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(exit.mock.calls).toEqual([[1]])
})
