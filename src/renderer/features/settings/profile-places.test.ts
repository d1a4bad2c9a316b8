import { describe, expect, it } from 'vitest'
import { placesOf } from './profile-places.ts'

const log = (profile: string) => placesOf(profile).find(({ what }) => what === 'Log')?.path

describe('placesOf', () => {
  it('writes paths as the host’s system does', () => {
    expect(log('/srv/kim/stint')).toBe('/srv/kim/stint/logs/stint.log')
    expect(log('D:\\Kim\\Stint')).toBe('D:\\Kim\\Stint\\logs\\stint.log')
    expect(log('\\\\server\\share\\Stint')).toBe('\\\\server\\share\\Stint\\logs\\stint.log')
  })
  it('takes a backslash in a name for what it is elsewhere', () => {
    expect(log('/srv/kim/a\\b/')).toBe('/srv/kim/a\\b/logs/stint.log')
  })
})
