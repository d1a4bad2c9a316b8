import { describe, expect, it } from 'vitest'
import { contentHash } from './content-hash.ts'

describe('content hash', () => {
  it('stays as it is: keys of earlier imports depend on it', () => {
    expect([contentHash(''), contentHash('2026-03-01\u001fMöte 🦐')]).toMatchInlineSnapshot(`
      [
        "0yb82jj1nbhjuw1d8vk10",
        "1pn5fqh1pdx76p0dnzkg2",
      ]
    `)
  })

  it('tells 300 000 nearly equal texts apart', () => {
    const seen = new Set<string>()
    for (let at = 0; at < 150_000; at += 1) {
      seen.add(contentHash(`2026-03-01T09:00:00\u001f${at}\u001fnote`))
      seen.add(contentHash(`note\u001f${at * 900_000}`))
    }
    expect(seen.size).toBe(300_000)
  })

  it('changes about half of its bits when one character changes', () => {
    const bits = (text: string) =>
      BigInt(`0x${[...contentHash(text)].map((c) => Number.parseInt(c, 36).toString(16).padStart(2, '0')).join('')}`)
    let changed = 0
    for (let at = 0; at < 200; at += 1) {
      const difference = bits(`row ${at} a`) ^ bits(`row ${at} b`)
      changed += [...difference.toString(2)].filter((bit) => bit === '1').length
    }
    expect(changed / 200).toBeGreaterThan(30)
  })

  it('depends on every position', () => {
    const text = 'a'.repeat(300)
    const hashes = new Set([...text].map((_, at) => contentHash(`${text.slice(0, at)}b${text.slice(at + 1)}`)))
    expect(hashes.size).toBe(300)
  })
})
