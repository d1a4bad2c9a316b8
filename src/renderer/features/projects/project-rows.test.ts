import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { type ProjectRow, projectRows } from './project-rows.ts'

const project = (id: string, name: string, clientId: string | null, archived = false) => ({
  id,
  name,
  clientId,
  colour: '#3b82f6',
  billableByDefault: false,
  archived,
})

const catalogue: Catalogue = {
  clients: [
    { id: 'c2', name: 'Zeta', archived: false },
    { id: 'c1', name: 'acme', archived: false },
    { id: 'c3', name: 'Old', archived: true },
    { id: 'c4', name: 'Empty', archived: false },
  ],
  projects: [
    project('p10', 'Site 10', 'c1'),
    project('p9', 'Site 9', 'c1'),
    project('p1', 'Årsbok', 'c2'),
    project('p2', 'Own', null),
    project('p3', 'Gone', 'c2', true),
    project('p4', 'Still here', 'c3'),
  ],
  activities: [
    { id: 'a1', name: 'Review', projectId: 'p9', archived: false },
    { id: 'a2', name: 'Build', projectId: 'p9', archived: false },
    { id: 'a3', name: 'Everywhere', projectId: null, archived: false },
  ],
  tags: [],
  workItems: [],
  templates: [],
}

const view = { filter: '', showArchived: false, open: new Set<string>() }
const text = (rows: ProjectRow[]) =>
  rows.map((row) => {
    if (row.kind === 'client') return `[${row.client?.name ?? '-'} ${row.projects}]`
    if (row.kind === 'project') return row.project.name
    return row.kind === 'activity' ? `· ${row.activity.name}` : '+'
  })

describe('projectRows', () => {
  it('lists projects without a client first, then clients by name, each with its projects in natural order', () => {
    expect(text(projectRows(catalogue, view))).toEqual([
      '[- 1]',
      'Own',
      '[acme 2]',
      'Site 9',
      'Site 10',
      '[Empty 0]',
      '[Old 1]',
      'Still here',
      '[Zeta 1]',
      'Årsbok',
    ])
  })
  it('finds a project by its own name, its client or one of its activities, whatever the accents', () => {
    expect(text(projectRows(catalogue, { ...view, filter: 'arsbok' }))).toEqual(['[Zeta 1]', 'Årsbok'])
    expect(text(projectRows(catalogue, { ...view, filter: 'acme review' }))).toEqual(['[acme 1]', 'Site 9'])
    expect(text(projectRows(catalogue, { ...view, filter: 'empty' }))).toEqual(['[Empty 0]'])
    expect(projectRows(catalogue, { ...view, filter: 'everywhere' })).toEqual([])
  })
  it('shows archived ones only when asked', () => {
    expect(text(projectRows(catalogue, { ...view, showArchived: true }))).toContain('Gone')
    expect(text(projectRows(catalogue, view))).not.toContain('Gone')
  })
  it('shows the activities of an open project, and a line to add one', () => {
    const rows = text(projectRows(catalogue, { ...view, open: new Set(['p9']) }))
    expect(rows.slice(3, 7)).toEqual(['Site 9', '· Build', '· Review', '+'])
  })
  it('keeps projects whose client is unknown instead of hiding them', () => {
    const lost = { ...catalogue, clients: [] }
    expect(projectRows(lost, view).filter((row) => row.kind === 'project')).toHaveLength(5)
  })
})
