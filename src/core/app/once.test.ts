import { expect, it } from 'vitest'
import { createOnce } from './once.ts'

it('the same key gets the first answer, also while the work is under way', async () => {
  const once = createOnce<number>()
  let calls = 0
  const work = async () => {
    calls += 1
    return calls
  }
  const [a, b] = await Promise.all([once('k', work), once('k', work)])
  expect([a, b, await once('k', work)]).toEqual([1, 1, 1])
  expect(await once('other', work)).toBe(2)
})

it('work that threw can be tried again', async () => {
  const once = createOnce<number>()
  await expect(once('k', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await once('k', async () => 7)).toBe(7)
})

it('remembers the latest keys and does not grow for ever', async () => {
  const once = createOnce<number>()
  for (let n = 0; n < 1000; n += 1) await once(`k${n}`, async () => n)
  expect(await once('k999', async () => -1)).toBe(999)
  expect(await once('k0', async () => -1)).toBe(-1)
})
