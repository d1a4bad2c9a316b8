import { describe, expect, it } from 'vitest'
import { placesOf } from './profile-places.ts'

const log = (profile: string) => placesOf(profile).find(({ what }) => what === 'Log')?.path

describe('placesOf', () => {
  it('writes paths as the host’s system does', () => {
    expect(log('/home/kim/.local/share/stint')).toBe('/home/kim/.local/share/stint/logs/stint.log')
    expect(log('C:\\Users\\Kim\\Stint')).toBe('C:\\Users\\Kim\\Stint\\logs\\stint.log')
    expect(log('\\\\server\\share\\Stint')).toBe('\\\\server\\share\\Stint\\logs\\stint.log')
  })
  it('takes a backslash in a name for what it is elsewhere', () => {
    expect(log('/home/kim/a\\b/')).toBe('/home/kim/a\\b/logs/stint.log')
  })
})
