import { describe, expect, it } from 'vitest'
import { highlight, snippet } from './highlight.ts'

const marked = (text: string, query: string) =>
  highlight(text, query)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

describe('highlight', () => {
  it('marks every occurrence of every word', () => {
    expect(marked('Retry the payment, then retry', 'retry pay')).toBe('[Retry] the [pay]ment, then [retry]')
  })
  it('marks letters with accents whole, composed or not', () => {
    expect(marked('Återföring', 'aterfor')).toBe('[Återför]ing')
    expect(marked('Ca\u0301fe x', 'cafe')).toBe('[Ca\u0301fe] x')
  })
  it('joins words that overlap', () => {
    expect(marked('backend', 'back ackend')).toBe('[backend]')
  })
  it('loses nothing of the text', () => {
    for (const text of ['', 'a', '👩‍🚀 İstanbul ß', 'ﬁne']) {
      expect(
        highlight(text, 'i s n')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }
  })
})

describe('snippet', () => {
  const long = `${'word '.repeat(40)}then the needle, and more`
  it('shows the hit of a long text, cut at a word', () => {
    expect(snippet(long, 'needle')).toBe('… word word then the needle, and more')
  })
  it('leaves a text alone whose hit is near its beginning, or that has none', () => {
    expect(snippet('a\n needle', 'needle')).toBe('a needle')
    expect(snippet(long, 'nothing')).toBe(long)
  })
})
