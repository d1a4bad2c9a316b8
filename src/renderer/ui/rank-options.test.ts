import { describe, expect, it } from 'vitest'
import { rankOptions } from './rank-options.ts'

const options = [
  { label: 'Backend work', keywords: 'Acme' },
  { label: 'Work', keywords: 'Beta' },
  { label: 'Workshop', keywords: 'Acme' },
  { label: 'Återföring', keywords: '' },
]
const labels = (text: string) => rankOptions(options, text).map((option) => option.label)

describe('rankOptions', () => {
  it('puts the equal name first, then those that begin with the text, then the rest', () => {
    expect(labels('work')).toEqual(['Work', 'Workshop', 'Backend work'])
  })
  it('finds by any typed words, in label or keywords', () => {
    expect(labels('acme work')).toEqual(['Backend work', 'Workshop'])
    expect(labels('acme beta')).toEqual([])
  })
  it('finds names with accents by plain letters', () => {
    expect(labels('aterf')).toEqual(['Återföring'])
  })
  it('keeps the given order without text, and never more than the limit', () => {
    expect(rankOptions(options, '  ', 2).map((option) => option.label)).toEqual(['Backend work', 'Work'])
  })
})
