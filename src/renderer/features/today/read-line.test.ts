import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { readLine } from './read-line.ts'

const project = (id: string, name: string, archived: boolean) => ({
  id,
  name,
  archived,
  clientId: null,
  colour: '#112233',
  billableByDefault: false,
})
const catalogue: Catalogue = {
  clients: [],
  projects: [project('old', 'Återföring', true), project('new', 'Aterforing', false), project('gone', 'Gone', true)],
  activities: [],
  tags: [{ id: 't', name: 'Backend', colour: null, archived: false }],
  workItems: [],
  templates: [],
}
const context = { nowMs: Date.parse('2026-11-20T12:00:00Z'), zone: 'UTC', day: '2026-11-16' }

describe('readLine', () => {
  it('finds names whatever their case and accents, the one in use before an archived one', () => {
    const line = readLine('9-10 Work @återforing #BACKEND', context, catalogue)
    expect(line.project).toMatchObject({ id: 'new' })
    expect(line.tags).toMatchObject([{ id: 't', name: 'Backend' }])
  })
  it('takes an archived project rather than making its double', () => {
    expect(readLine('9-10 Work @gone', context, catalogue).project).toMatchObject({ id: 'gone', name: 'Gone' })
  })
  it('says which names would be new, and keeps the words', () => {
    const line = readLine('1h 30m Write it down @New #quick', context, catalogue)
    expect(line).toMatchObject({
      note: 'Write it down',
      project: { name: 'New', id: null },
      tags: [{ name: 'quick', id: null }],
      time: { kind: 'day', day: '2026-11-16', durationMs: 5_400_000 },
    })
  })
  it('has no time where none was typed', () => {
    expect(readLine('Just words', context, catalogue).time).toBeNull()
  })
})
