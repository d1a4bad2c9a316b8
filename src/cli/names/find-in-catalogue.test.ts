import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { emptyCatalogue } from '../present/name-book.ts'
import { findActivity, findProject, findTag } from './find-in-catalogue.ts'

const project = (id: string, name: string, clientId: string | null, archived = false) => ({
  id,
  name,
  clientId,
  archived,
  colour: '#112233',
  billableByDefault: false,
})
const activity = (id: string, name: string, projectId: string | null) => ({ id, name, projectId, archived: false })

const catalogue: Catalogue = {
  ...emptyCatalogue,
  clients: [
    { id: 'c1', name: 'Acme', archived: false },
    { id: 'c2', name: 'Beta', archived: false },
  ],
  projects: [
    project('p1', 'Site', 'c1'),
    project('p2', 'Site', 'c2'),
    project('p3', 'Årsbok', null),
    project('p4', 'Old', null, true),
    project('p5', 'Old', null),
  ],
  activities: [activity('a1', 'Review', null), activity('a2', 'Review', 'p1'), activity('a3', 'Support', 'p1')],
  tags: [{ id: 't1', name: 'backend', colour: null, archived: false }],
}

const idOf = (found: ReturnType<typeof findProject | typeof findActivity | typeof findTag>) =>
  found.ok ? found.value.id : found.error.code

describe('names', () => {
  it('are found whatever their case, spacing and Unicode form', () => {
    expect(idOf(findProject(catalogue, '  a\u030arsBOK '))).toBe('p3')
    expect(idOf(findProject(catalogue, 'acme/SITE'))).toBe('p1')
    expect(idOf(findProject(catalogue, 'p2'))).toBe('p2')
    expect(idOf(findTag(catalogue, '#Backend'))).toBe('t1')
  })

  it('of two things are never chosen between, and an archived one gives way', () => {
    const found = findProject(catalogue, 'Site')
    expect(found).toMatchObject({ ok: false, error: { code: 'ambiguous-name', hint: 'Write Acme/Site or Beta/Site.' } })
    expect(idOf(findProject(catalogue, 'old'))).toBe('p5')
  })

  it('that are not there suggest the nearest and how to make one', () => {
    const found = findProject(catalogue, 'Acme/Sight')
    expect(found).toMatchObject({ ok: false, error: { code: 'not-found', data: { suggestions: ['Acme/Site'] } } })
  })

  it('of activities mean the project’s own before one for all, and never another project’s', () => {
    expect(idOf(findActivity(catalogue, 'review', 'p1'))).toBe('a2')
    expect(idOf(findActivity(catalogue, 'review', 'p2'))).toBe('a1')
    expect(idOf(findActivity(catalogue, 'review', null))).toBe('a1')
    expect(idOf(findActivity(catalogue, 'support', 'p2'))).toBe('wrong-project')
    expect(idOf(findActivity(catalogue, 'support', undefined))).toBe('a3')
  })
})
