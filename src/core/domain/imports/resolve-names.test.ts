import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { ImportRow } from './import-row.ts'
import { createNameResolver } from './resolve-names.ts'

const nothing: Catalogue = { clients: [], projects: [], activities: [], tags: [], workItems: [], templates: [] }
const project = (id: string, name: string, clientId: string | null, billableByDefault = false) => ({
  id,
  name,
  clientId,
  colour: '#3b82f6',
  billableByDefault,
  archived: false,
})

function row(names: Partial<ImportRow>): ImportRow {
  return {
    line: 1,
    file: '',
    time: { kind: 'day', day: '2026-03-02', durationMs: 0, zone: 'UTC' },
    note: '',
    client: null,
    project: '',
    activity: '',
    tags: [],
    workItemKey: '',
    billable: null,
    offComputer: false,
    importKey: 'c:x',
    origin: null,
    ...names,
  }
}

function resolver(catalogue: Partial<Catalogue> = {}, document: Catalogue | null = null) {
  let made = 0
  const newId = () => {
    made += 1
    return `new-${made}`
  }
  return createNameResolver({ ...nothing, ...catalogue }, newId, document)
}

describe('finding what the names of a file mean', () => {
  it('makes each thing once, however it is spelled, and its parent with it', () => {
    const names = resolver()
    const first = names.resolve(
      row({ client: 'Nordwind', project: 'Webshop', activity: 'Dev', tags: ['a', 'B'], workItemKey: 'X-1' }),
    )
    const second = names.resolve(
      row({ client: ' nordwind', project: 'WEBSHOP', activity: 'dev', tags: ['b', 'A', 'a'], workItemKey: 'x-1' }),
    )
    expect(second).toEqual(first)
    expect(Object.values(names.created).map((things) => things.length)).toEqual([1, 1, 1, 2, 1, 0])
    expect(names.created.projects[0]?.clientId).toBe(names.created.clients[0]?.id)
    expect(names.created.activities[0]?.projectId).toBe(first.projectId)
  })

  it('keeps projects of one name apart by their client', () => {
    const names = resolver()
    const ids = ['A', 'B', ''].map((client) => names.resolve(row({ client, project: 'Web' })).projectId)
    expect(new Set(ids).size).toBe(3)
  })

  it('takes the only project of a name where the file does not speak of clients, and guesses among none', () => {
    const one = resolver({ projects: [project('p1', 'Web', 'c1')] })
    expect(one.resolve(row({ project: 'web' })).projectId).toBe('p1')
    const two = resolver({ projects: [project('p1', 'Web', 'c1'), project('p2', 'Web', 'c2')] })
    const { projectId } = two.resolve(row({ project: 'web' }))
    expect(two.created.projects).toEqual([expect.objectContaining({ id: projectId, clientId: null })])
  })

  it('prefers the project’s own activity to one that every project offers', () => {
    const activity = (id: string, projectId: string | null) => ({ id, name: 'Dev', projectId, archived: false })
    const projects = [project('p1', 'Web', null), project('p2', 'App', null)]
    const names = resolver({ projects, activities: [activity('shared', null), activity('own', 'p1')] })
    expect(names.resolve(row({ project: 'Web', activity: 'dev' })).activityId).toBe('own')
    expect(names.resolve(row({ project: 'App', activity: 'dev' })).activityId).toBe('shared')
    expect(names.created.activities).toEqual([])
  })

  it('leaves billable to the project where the file does not say', () => {
    const names = resolver({ projects: [project('p1', 'Web', null, true)] })
    expect(names.resolve(row({ project: 'Web' })).billable).toBe(true)
    expect(names.resolve(row({ project: 'Web', billable: false })).billable).toBe(false)
    expect(names.resolve(row({})).billable).toBe(false)
  })

  it('adopts a document by id, then by name, else with the id and looks it has there', () => {
    const document = {
      ...nothing,
      clients: [{ id: 'doc-c', name: 'Nordwind', archived: false }],
      projects: [project('p1', 'Renamed since', 'doc-c'), project('doc-p', 'App', 'doc-c', true)],
    }
    const here = { clients: [{ id: 'c9', name: 'nordwind', archived: false }], projects: [project('p1', 'Web', 'c9')] }
    const names = resolver(here, document)
    const resolve = (projectId: string) =>
      names.resolve(
        row({ origin: { entryId: 'e', refs: { projectId, activityId: null, workItemId: null, tagIds: [] } } }),
      ).projectId
    expect([resolve('p1'), resolve('doc-p')]).toEqual(['p1', 'doc-p'])
    expect(names.created).toMatchObject({
      clients: [],
      projects: [{ id: 'doc-p', clientId: 'c9', billableByDefault: true }],
    })
  })
})
