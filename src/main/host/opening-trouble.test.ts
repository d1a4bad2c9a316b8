import { describe, expect, it } from 'vitest'
import { openingTrouble, ownedElsewhere } from './opening-trouble.ts'

describe('what is said when Stint cannot start', () => {
  it('says what happened and what to do, whatever it is', () => {
    const trouble = openingTrouble({ code: 'disk-full', message: 'The disk is full.', mend: 'Make room.' })
    expect(trouble).toEqual({ title: 'Stint cannot open its data', text: 'The disk is full.\n\nMake room.' })
  })

  it('names the process that has the profile, and offers its page only where it answered', () => {
    const owner = { pid: 4711, url: 'http://127.0.0.1:8080' }
    expect(ownedElsewhere(owner, 'http://127.0.0.1:8080/#code=x')).toMatchObject({
      text: expect.stringContaining('Process 4711'),
      page: 'http://127.0.0.1:8080/#code=x',
    })
    expect(ownedElsewhere(owner, undefined)).not.toHaveProperty('page')
  })
})
