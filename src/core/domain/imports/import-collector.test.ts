import { describe, expect, it } from 'vitest'
import { createImportCollector } from './import-collector.ts'
import { contentKey, providerKey } from './import-key.ts'
import type { ImportRow, RowOutcome } from './import-row.ts'

const outcome = (importKey: string): RowOutcome => ({ kind: 'row', row: { importKey } as ImportRow, warnings: [] })
const parts = {
  start: '1',
  length: '2',
  note: 'n',
  client: '',
  project: 'p',
  activity: '',
  tags: ['a', 'b'],
  workItemKey: '',
  billable: null,
}

describe('gathering rows', () => {
  it('keeps rows that are equal in all they say, numbered so that the next import knows each', () => {
    const collector = createImportCollector()
    for (const line of [1, 2, 3]) collector.take(outcome(contentKey(parts)), line, '')
    const { rows, repeatedInFile } = collector.result()
    expect(rows.map((row) => row.importKey)).toEqual([
      contentKey(parts),
      `${contentKey(parts)}#1`,
      `${contentKey(parts)}#2`,
    ])
    expect(repeatedInFile).toBe(0)
  })

  it('counts a second row of one provider id as repeated', () => {
    const collector = createImportCollector()
    for (const start of ['1', '1', '2']) collector.take(outcome(providerKey('17', start)), 1, '')
    expect(collector.result()).toMatchObject({ repeatedInFile: 1, rows: [{}, {}] })
  })

  it('knows a row by what it says, whatever the order of its tags', () => {
    expect(contentKey({ ...parts, tags: ['b', 'a'] })).toBe(contentKey(parts))
    for (const change of [
      { start: '9' },
      { length: '9' },
      { note: '9' },
      { project: '9' },
      { tags: ['a'] },
      { billable: true },
    ]) {
      expect(contentKey({ ...parts, ...change })).not.toBe(contentKey(parts))
    }
  })

  it('shows errors before warnings where there are too many to show', () => {
    const collector = createImportCollector()
    for (let line = 1; line <= 300; line += 1) collector.warn(line, '', 'warning')
    collector.take({ kind: 'failed', reason: 'error' }, 301, '')
    const { problems, problemCount, failed } = collector.result()
    expect(problems).toHaveLength(200)
    expect(problems.at(-1)).toEqual({ line: 301, file: '', severity: 'error', message: 'error' })
    expect({ problemCount, failed }).toEqual({ problemCount: 301, failed: 1 })
  })

  it('says when there are more rows than one import may have', () => {
    const collector = createImportCollector(2)
    for (const key of ['c:1', 'c:2']) collector.take(outcome(key), 1, '')
    expect(collector.isFull()).toBe(false)
    collector.take({ kind: 'failed', reason: 'x' }, 3, '')
    expect(collector.isFull()).toBe(true)
  })
})
