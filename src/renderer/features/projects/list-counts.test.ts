import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { listCounts } from './list-counts.ts'

const project = { clientId: null, colour: '#3b82f6', billableByDefault: false }
const catalogue: Catalogue = {
  clients: [{ id: 'c', name: 'Acme', archived: false }],
  projects: [
    { ...project, id: 'p1', name: 'Platform', archived: false },
    { ...project, id: 'p2', name: 'Platform of old', archived: true },
  ],
  activities: [{ id: 'a', name: 'Review', projectId: 'p1', archived: false }],
  tags: [],
  workItems: [
    { id: 'w1', key: 'ABC-1', title: 'Retry', projectId: null, state: 'open' },
    { id: 'w2', key: 'ABC-2', title: 'Retry again', projectId: null, state: 'done' },
  ],
  templates: [],
}
const all = { filter: '', showHidden: false }

describe('listCounts', () => {
  it('counts clients among the projects, and archived ones apart', () => {
    expect(listCounts('projects', catalogue, all)).toEqual({ total: 3, shown: 2, hidden: 1 })
    expect(listCounts('projects', catalogue, { filter: 'old', showHidden: false })).toMatchObject({
      shown: 0,
      hidden: 1,
    })
    expect(listCounts('projects', catalogue, { filter: '', showHidden: true })).toMatchObject({ shown: 3, hidden: 0 })
  })
  it('finds work items by key and title, done ones only when asked', () => {
    expect(listCounts('items', catalogue, { filter: 'retry', showHidden: false })).toEqual({
      total: 2,
      shown: 1,
      hidden: 1,
    })
  })
  it('finds an activity by the project it is offered with', () => {
    expect(listCounts('activities', catalogue, { filter: 'platform', showHidden: false }).shown).toBe(1)
    expect(listCounts('tags', catalogue, all)).toEqual({ total: 0, shown: 0, hidden: 0 })
  })
})
