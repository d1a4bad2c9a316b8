import { describe, expect, it } from 'vitest'
import { sectionInSight, sectionOf } from './settings-sections.ts'

describe('sectionOf', () => {
  it('reads the section out of the address, and nothing else', () => {
    expect(sectionOf('/settings/backups')).toBe('backups')
    expect(sectionOf('/settings')).toBeNull()
    expect(sectionOf('/settings/elsewhere')).toBeNull()
  })
})

describe('sectionInSight', () => {
  it('is the last one whose heading has reached the top', () => {
    expect(sectionInSight([0, 300, 600, 900, 1200, 1500, 1800], false)).toBe('profile')
    expect(sectionInSight([-400, -100, 200, 500, 800, 1100, 1400], false)).toBe('appearance')
    expect(sectionInSight([-580, -280, 20, 320, 620, 920, 1220], false)).toBe('time')
  })
  it('is the first one above everything', () => {
    expect(sectionInSight([80, 300], false)).toBe('profile')
  })
  it('is the last one at the end, though it never reaches the top', () => {
    expect(sectionInSight([-900, -700, -500, -300, -100, 100, 300], true)).toBe('about')
  })
})
