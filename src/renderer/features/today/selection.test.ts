import { describe, expect, it } from 'vitest'
import { extended, NOTHING, stillThere, toggled } from './selection.ts'

const order = ['a', 'b', 'c', 'd']
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('')

describe('selection', () => {
  it('takes single rows on and off', () => {
    const one = toggled(NOTHING, 'b')
    expect(ids(one)).toBe('b')
    expect(ids(toggled(one, 'b'))).toBe('')
  })
  it('extends both ways from where it began', () => {
    const fromC = toggled(NOTHING, 'c')
    expect(ids(extended(fromC, 'a', order))).toBe('abc')
    expect(ids(extended(extended(fromC, 'a', order), 'd', order))).toBe('cd')
  })
  it('begins a range where nothing was chosen before', () => {
    expect(ids(extended(NOTHING, 'b', order))).toBe('b')
  })
  it('lets go of rows that are gone, and of nothing else', () => {
    const two = toggled(toggled(NOTHING, 'a'), 'c')
    expect(stillThere(two, order)).toBe(two)
    expect(ids(stillThere(two, ['a', 'b']))).toBe('a')
  })
})
