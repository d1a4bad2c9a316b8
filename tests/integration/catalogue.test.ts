import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '../fakes/refusal.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'

describe('clients, projects, activities, tags, work items and templates', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  const key = () => ({ commandKey: t.key() })

  describe('names', () => {
    it('are unique however they are written: case, composition and spaces do not make another', async () => {
      const first = await t.tag('Smål  and')
      for (const name of ['smål and', 'SMÅL AND', 'sma\u030al and', '  Smål\u00a0and ']) {
        const error = await refusal(t.tag(name))
        expect(error).toMatchObject({ code: 'already-exists', data: { kind: 'tag', id: first.id } })
      }
      await t.tag('smål-and')
    })

    it('are unique within one client and one project, and free elsewhere', async () => {
      const a = (await t.client.clients.create({ ...key(), name: 'A' })).item
      const b = (await t.client.clients.create({ ...key(), name: 'B' })).item
      const one = await t.project('Site', { clientId: a.id })
      const two = await t.project('Site', { clientId: b.id })
      await t.project('Site')
      expect((await refusal(t.project('site'))).code).toBe('already-exists')
      const moved = t.client.projects.update({ ...key(), id: two.id, clientId: a.id })
      expect(await refusal(moved)).toMatchObject({ code: 'already-exists', data: { id: one.id } })
      await t.client.activities.create({ ...key(), name: 'Dev', projectId: one.id })
      await t.client.activities.create({ ...key(), name: 'Dev', projectId: two.id })
      await t.client.activities.create({ ...key(), name: 'Dev' })
      const again = t.client.activities.create({ ...key(), name: 'DEV', projectId: one.id })
      expect((await refusal(again)).code).toBe('already-exists')
    })

    it('may be changed in case only, and are free again after removal', async () => {
      const tag = await t.tag('deep')
      expect((await t.client.tags.update({ ...key(), id: tag.id, name: 'Deep' })).item.name).toBe('Deep')
      await t.client.tags.remove({ ...key(), id: tag.id })
      await t.tag('deep')
    })

    it('are trimmed, and refused when nothing is left or they are too long', async () => {
      expect((await t.project('  Ledger \n')).name).toBe('Ledger')
      for (const name of ['', '   ', 'x'.repeat(201)])
        expect((await refusal(t.project(name))).code).toBe('invalid-input')
      for (const name of ['a\nb', 'x'.repeat(65)]) expect((await refusal(t.tag(name))).code).toBe('invalid-input')
    })
  })

  it('cannot name a parent that is not there', async () => {
    expect(await refusal(t.project('P', { clientId: MISSING }))).toMatchObject({
      code: 'not-found',
      data: { kind: 'client' },
    })
    const activity = t.client.activities.create({ ...key(), name: 'A', projectId: MISSING })
    expect((await refusal(activity)).code).toBe('not-found')
    const template = t.client.templates.create({ ...key(), name: 'T', tagIds: [MISSING] })
    expect(await refusal(template)).toMatchObject({ code: 'not-found', data: { kind: 'tag' } })
    expect((await refusal(t.client.projects.update({ ...key(), id: MISSING, name: 'X' }))).code).toBe('not-found')
    expect((await refusal(t.client.tags.remove({ ...key(), id: MISSING }))).code).toBe('not-found')
  })

  it('are refused removal while anything uses them, and go once nothing does', async () => {
    const client = (await t.client.clients.create({ ...key(), name: 'C' })).item
    const project = await t.project('P', { clientId: client.id })
    const activity = (await t.client.activities.create({ ...key(), name: 'A', projectId: project.id })).item
    const tag = await t.tag('x')
    const item = { ...key(), key: 'K-1', title: 'T', projectId: project.id }
    const workItem = (await t.client.workItems.create(item)).item
    const details = { projectId: project.id, activityId: activity.id, workItemId: workItem.id, tagIds: [tag.id] }
    const template = (await t.client.templates.create({ ...key(), name: 'T', ...details })).item
    const entry = await t.add('9:00', '10:00', details)

    const removals = {
      client: () => t.client.clients.remove({ ...key(), id: client.id }),
      project: () => t.client.projects.remove({ ...key(), id: project.id }),
      activity: () => t.client.activities.remove({ ...key(), id: activity.id }),
      tag: () => t.client.tags.remove({ ...key(), id: tag.id }),
      workItem: () => t.client.workItems.remove({ ...key(), id: workItem.id }),
    }
    for (const remove of Object.values(removals)) expect((await refusal(remove())).code).toBe('in-use')
    await t.client.entries.remove({ ...key(), ids: [entry.id] })
    for (const remove of Object.values(removals)) expect((await refusal(remove())).code).toBe('in-use')
    await t.client.templates.remove({ ...key(), id: template.id })
    for (const kind of ['tag', 'workItem', 'activity', 'project', 'client'] as const) await removals[kind]()
    const none = { clients: [], projects: [], activities: [], tags: [], workItems: [], templates: [] }
    expect(await t.client.catalogue.get({})).toEqual(none)

    for (let step = 0; step < 7; step += 1) await t.undo()
    expect((await t.day()).entries).toEqual([entry])
    expect(await t.client.catalogue.get({})).toEqual({
      clients: [client],
      projects: [project],
      activities: [activity],
      tags: [tag],
      workItems: [workItem],
      templates: [template],
    })
  })

  it('hide when archived, keep their entries, and come back', async () => {
    const project = await t.project('P')
    const entry = await t.add('9:00', '10:00', { projectId: project.id })
    await t.client.projects.update({ ...key(), id: project.id, archived: true })
    expect((await t.client.catalogue.get({})).projects).toMatchObject([{ id: project.id, archived: true }])
    expect((await t.client.entries.get({ id: entry.id })).entry.projectId).toBe(project.id)
    expect(await t.undo()).toBe('Archive project “P”')
    expect((await t.client.catalogue.get({})).projects).toEqual([project])
  })

  it('give each new project the colour used least, and keep one that was chosen', async () => {
    const colours = []
    for (let n = 0; n < 11; n += 1) colours.push((await t.project(`P${n}`)).colour)
    expect(new Set(colours.slice(0, 10)).size).toBe(10)
    expect(colours[10]).toBe(colours[0])
    const chosen = await t.client.projects.create({ ...key(), name: 'mine', colour: '#ABCDEF' })
    expect(chosen.item.colour.toLowerCase()).toBe('#abcdef')
  })

  it('leave what is not named in an update as it is', async () => {
    const item = { ...key(), key: 'K-1', title: 'Title', state: 'open' as const }
    const workItem = (await t.client.workItems.create(item)).item
    const done = (await t.client.workItems.update({ ...key(), id: workItem.id, state: 'done' })).item
    expect(done).toEqual({ ...workItem, state: 'done' })
  })

  it('keep settings field by field, with defaults until changed', async () => {
    const { settings: before } = await t.client.settings.get({})
    await t.client.settings.update({ ...key(), theme: 'dark' })
    await t.client.settings.update({ ...key(), dayTargetMs: null, shortcuts: { start: 'ctrl+s' } })
    const after = { ...before, theme: 'dark', dayTargetMs: null, shortcuts: { start: 'ctrl+s' } }
    expect((await t.client.settings.get({})).settings).toEqual(after)
    expect(await t.undo()).toBe('Change settings: dayTargetMs, shortcuts')
    expect(await t.undo()).toBe('Change settings: theme')
    expect((await t.client.settings.get({})).settings).toEqual(before)
    for (const bad of [{ weekStart: 0 }, { weekStart: 8 }, { theme: 'sepia' }, { backupsKept: 2 }, { unknown: 1 }]) {
      expect((await refusal(t.client.settings.update({ ...key(), ...bad } as never))).code).toBe('invalid-input')
    }
  })
})
