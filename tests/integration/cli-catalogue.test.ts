import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  activityShape,
  clientShape,
  errorShape,
  itemShape,
  oneShape,
  projectShape,
  reportShape,
  tagShape,
  templateShape,
} from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const HOUR_MS = 3_600_000

describe('what entries are about, from the command line', () => {
  const world = new CliWorld()
  beforeAll(async () => {
    await world.serve()
  })
  afterAll(() => world.dispose())

  it('makes, changes, lists and archives clients and projects', async () => {
    const client = z.strictObject({ client: clientShape })
    const project = z.strictObject({ project: projectShape })
    const projects = z.strictObject({ projects: z.array(projectShape) })
    expect(client.parse(await world.json(['clients', 'add', 'Acme'])).client).toMatchObject({
      name: 'Acme',
      archived: false,
    })
    const made = project.parse(
      await world.json(['projects', 'add', 'Shop', '--client', 'acme', '--colour', '#112233', '--billable']),
    )
    expect(made.project).toMatchObject({ name: 'Shop', client: 'Acme', colour: '#112233', billableByDefault: true })
    expect(project.parse(await world.json(['projects', 'add', 'Shop'])).project.client).toBeNull()

    const edited = project.parse(
      await world.json(['projects', 'edit', 'Acme/Shop', '--name', 'Web shop', '--no-billable']),
    )
    expect(edited.project).toMatchObject({ id: made.project.id, name: 'Web shop', billableByDefault: false })
    const moved = project.parse(await world.json(['projects', 'edit', 'Web shop', '--clear-client']))
    expect(moved.project.clientId).toBeNull()
    client.parse(await world.json(['clients', 'edit', 'Acme', '--name', 'Acme Ltd']))

    projects.parse(await world.json(['projects', 'archive', 'Web shop']))
    expect(projects.parse(await world.json(['projects'])).projects.map(({ name }) => name)).toEqual(['Shop'])
    expect(projects.parse(await world.json(['projects', 'list', '--all'])).projects).toHaveLength(2)
    expect((await world.run(['projects', '--all'])).stdout).toMatch(/Web shop +#112233 +archived/)
    projects.parse(await world.json(['projects', 'unarchive', 'Web shop']))
    const rest = projects.parse(await world.json(['projects', 'rm', 'Shop', 'Web shop'])).projects
    expect(rest.map(({ name }) => name).toSorted()).toEqual(['Shop', 'Web shop'])
  })

  it('never chooses between two projects of one name', async () => {
    await world.json(['projects', 'add', 'Beta/Site', '--create'])
    await world.json(['projects', 'add', 'Gamma/Site', '--create'])
    const { code, error } = await world.refused(['projects', 'archive', 'Site'])
    expect(code).toBe(1)
    const refusal = errorShape.parse(error)
    expect(refusal).toMatchObject({ code: 'ambiguous-name', hint: expect.stringContaining('Beta/Site') })
    await world.json(['projects', 'archive', 'beta/site'])
    expect((await world.run(['projects'])).stdout).not.toContain('Beta/Site')
  })

  it('makes activities for one project or for all', async () => {
    const activity = z.strictObject({ activity: activityShape })
    const all = activity.parse(await world.json(['activities', 'add', 'Review']))
    expect(all.activity).toMatchObject({ name: 'Review', project: null })
    const own = activity.parse(await world.json(['activities', 'add', 'Review', '--project', 'Gamma/Site']))
    expect(own.activity.project).toBe('Site')
    const used = oneShape.parse(await world.json(['add', '2025-03-10 9-10', '-p', 'Gamma/Site', '-a', 'review']))
    expect(used.entry.activityId).toBe(own.activity.id)
    const plain = oneShape.parse(await world.json(['add', '2025-03-10 10-11', '-a', 'review']))
    expect(plain.entry.activityId).toBe(all.activity.id)
    await world.json(['activities', 'add', 'Support', '-p', 'Gamma/Site'])
    expect((await world.refused(['add', '2025-03-10 11-12', '-a', 'Support'])).error).toMatchObject({
      code: 'wrong-project',
    })
    activity.parse(await world.json(['activities', 'edit', 'Site/Support', '--name', 'Help', '--clear-project']))
  })

  it('makes tags with colours, work items with states and templates', async () => {
    const tag = z.strictObject({ tag: tagShape })
    tag.parse(await world.json(['tags', 'add', 'backend', '--colour', '#0d9488']))
    expect(
      tag.parse(await world.json(['tags', 'edit', 'Backend', '--name', 'server', '--clear-colour'])).tag,
    ).toMatchObject({
      name: 'server',
      colour: null,
    })
    const item = z.strictObject({ item: itemShape })
    item.parse(await world.json(['items', 'add', 'TASK-7', 'Retry', 'payments', '-p', 'Gamma/Site']))
    expect(item.parse(await world.json(['items', 'edit', 'task-7', '--title', 'Retry twice'])).item.title).toBe(
      'Retry twice',
    )
    const items = z.strictObject({ items: z.array(itemShape) })
    expect(items.parse(await world.json(['items', 'done', 'TASK-7'])).items[0]?.state).toBe('done')
    expect(items.parse(await world.json(['items'])).items).toEqual([])
    expect(items.parse(await world.json(['items', 'reopen', 'TASK-7'])).items[0]?.state).toBe('open')

    const template = z.strictObject({ template: templateShape })
    const made = template.parse(
      await world.json(['templates', 'add', 'Stand-up', '--note', 'Daily', '-t', 'server', '--duration', '15m']),
    )
    expect(made.template).toMatchObject({ note: 'Daily', tags: ['server'], durationMs: HOUR_MS / 4 })
    const used = oneShape.parse(await world.json(['add', '--from-template', 'stand-up', '--date', '2025-03-11']))
    expect(used.entry).toMatchObject({ note: 'Daily', durationMs: HOUR_MS / 4, date: '2025-03-11' })
    const edited = template.parse(
      await world.json(['templates', 'edit', 'Stand-up', '--clear-duration', '-i', 'TASK-7']),
    )
    expect(edited.template).toMatchObject({ durationMs: null, workItem: 'TASK-7' })
  })

  it('keeps what is in use, and says what to do instead', async () => {
    const { code, error } = await world.refused(['projects', 'rm', 'Gamma/Site'])
    expect(code).toBe(1)
    expect(errorShape.parse(error)).toMatchObject({ code: 'in-use', hint: expect.stringContaining('Archive') })
  })

  it.each([
    [['clients', 'add', 'Acme Ltd'], 1, 'already-exists'],
    [['projects', 'add', 'X', '--client', 'Nobody'], 1, 'not-found'],
    [['projects', 'add', 'X', '--colour', 'blue'], 2, 'invalid-input'],
    [['projects', 'edit', 'Gamma/Site'], 2, 'usage'],
    [['projects', 'add'], 2, 'usage'],
    [['projects', 'lst'], 2, 'usage'],
    [['tags', 'rm', 'nothing'], 1, 'not-found'],
    [['items', 'add', 'TASK-8'], 2, 'usage'],
    [['templates', 'add', 'T', '--duration', 'long'], 2, 'usage'],
  ])('answers “%j” with exit %i and %s', async (args, exit, code) => {
    const refused = await world.refused(args)
    expect([refused.code, errorShape.parse(refused.error).code]).toEqual([exit, code])
  })

  it('sums time up by one or two groups', async () => {
    const days = ['--from', '2025-03-10', '--to', '2025-03-11']
    const report = reportShape.parse(await world.json(['report', ...days, '--by', 'project,day']))
    expect(report).toMatchObject({ from: '2025-03-10', to: '2025-03-11', totalMs: 2.25 * HOUR_MS, entries: 3 })
    expect(report.rows).toContainEqual(
      expect.objectContaining({ project: 'Site', projectId: expect.any(String), day: '2025-03-10', totalMs: HOUR_MS }),
    )
    expect(report.rows).toContainEqual(expect.objectContaining({ project: null, projectId: null, day: '2025-03-11' }))
    const shown = (await world.run(['report', ...days, '--by', 'project,day'])).stdout
    expect(shown).toMatch(/Site +1:00 +44 %/)
    expect(shown).toMatch(/Total 2 h 15 m in 3 entries/)
    expect(reportShape.parse(await world.json(['report', 'all'])).totalMs).toBe(2.25 * HOUR_MS)
    expect((await world.run(['report'])).stdout).toMatch(/^Nothing is tracked from Mon .* to Sun /)
    expect((await world.refused(['report', '--by', 'projct'])).error).toMatchObject({ hint: 'Did you mean project?' })
    expect((await world.refused(['report', '--by', 'day,week,month'])).code).toBe(2)
    expect((await world.refused(['report', 'sometime'])).code).toBe(2)
  })

  it('shows and changes settings', async () => {
    const settings = z.strictObject({ settings: z.looseObject({ weekStart: z.union([z.string(), z.number()]) }) })
    settings.parse(await world.json(['settings']))
    expect(settings.parse(await world.json(['settings', 'set', 'weekStart', 'sunday'])).settings.weekStart).toBe(7)
    expect(await world.json(['settings', 'set', 'dayTarget', '7h', '30m'])).toMatchObject({
      settings: { dayTargetMs: 27_000_000 },
    })
    expect(await world.json(['settings', 'get', 'dayTargetMs'])).toEqual({ settings: { dayTargetMs: 27_000_000 } })
    expect(await world.json(['settings', 'set', 'saveAndContinue', 'on'])).toMatchObject({
      settings: { saveAndContinue: true },
    })
    expect((await world.refused(['settings', 'set', 'theme', 'pink'])).code).toBe(2)
    expect((await world.refused(['settings', 'set', 'thme', 'dark'])).error).toMatchObject({
      hint: 'Did you mean theme?',
    })
  })
})
