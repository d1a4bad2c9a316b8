import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBase64 } from './decode-base64.ts'

it('gives back the bytes that were encoded', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(new Uint8Array(bytes))
    }),
    { seed: 7, numRuns: 300 },
  )
})

it.each(['a', 'ab=', 'ab!=', 'å===', '=abc', 'ab=c'])('refuses %s, which is not base64', (text) => {
  expect(decodeBase64(text)).toBeUndefined()
})
