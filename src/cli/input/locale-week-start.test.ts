import { describe, expect, it } from 'vitest'
import { localeWeekStart } from './locale-week-start.ts'

describe('localeWeekStart', () => {
  it.each([
    [{}, 1],
    [{ LANG: 'C.UTF-8' }, 1],
    [{ LANG: 'en_US.UTF-8' }, 7],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'sv_SE.UTF-8' }, 1],
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'en_GB@euro' }, 1],
    [{ LC_ALL: '', LANG: 'ar_EG' }, 6],
    [{ LANG: 'not a locale' }, 1],
  ])('reads %j as %i', (env, expected) => {
    expect(localeWeekStart(env)).toBe(expected)
  })
})
