import { describe, expect, it } from 'vitest'
import { missingInWords, withColumn } from './column-fields.ts'

describe('column mapping', () => {
  it('gives a column to one field only', () => {
    expect(withColumn({ note: 'Text', project: 'P' }, 'activity', 'P')).toEqual({
      note: 'Text',
      project: '',
      activity: 'P',
    })
  })
  it('keeps a field out when told to', () => {
    expect(withColumn({ note: 'Text' }, 'note', '')).toEqual({ note: '' })
  })
  it('says in words what is missing', () => {
    expect(missingInWords(['start', 'duration'])).toBe('when an entry starts (a start, or a date) and duration')
    expect(missingInWords(['dateOrder'])).toBe('the order of day and month')
  })
})
