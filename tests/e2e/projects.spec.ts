import type { Page } from '@playwright/test'
import { addEntries, hostClient, key } from './support/host-client.ts'
import { expect, expectAccessible, test, typeText } from './support/host-fixture.ts'
import { importRows } from './support/import-rows.ts'
import type { RunningHost } from './support/running-host.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const open = (page: Page, path = '') => page.goto(new URL(`/projects${path}`, page.url()).href)
const table = (page: Page, name = 'Projects') => page.getByRole('table', { name })
const edit = (page: Page, name: string) => page.getByRole('button', { name: `${name}. Edit` })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).first()

async function project(host: RunningHost, name: string, client?: string): Promise<string> {
  const contract = hostClient(host)
  const clientId =
    client === undefined
      ? null
      : ((await contract.catalogue.get({})).clients.find((known) => known.name === client)?.id ??
        (await contract.clients.create({ commandKey: key(), name: client })).item.id)
  return (await contract.projects.create({ commandKey: key(), name, clientId })).item.id
}

test('an empty list says what projects are for, and the first is made by keyboard alone', async ({ stint }) => {
  await open(stint)
  await expect(stint.getByRole('heading', { name: 'What do you work on?' })).toBeVisible()
  await stint.keyboard.press('Shift+N')
  await typeText(stint, 'Platform')
  await stint.keyboard.press('Enter')
  await expect(edit(stint, 'Project: Platform')).toBeVisible()
  // The field waits for the next one.
  await typeText(stint, 'Website')
  await stint.keyboard.press('Enter')
  await expect(edit(stint, 'Project: Website')).toBeVisible()
  await stint.keyboard.press('Escape')
  await expect(stint.getByRole('button', { name: 'New project' })).toBeFocused()
})

test('a name is edited where it stands, and a name that is taken is refused beside it', async ({ stint, host }) => {
  await project(host, 'Platform')
  await project(host, 'Website')
  await open(stint)
  await edit(stint, 'Project: Platform').focus()
  await stint.keyboard.press('Enter')
  await typeText(stint, 'Core')
  await stint.keyboard.press('Enter')
  await expect(edit(stint, 'Project: Core')).toBeFocused()
  await stint.keyboard.press('Enter')
  await typeText(stint, 'Website')
  await stint.keyboard.press('Enter')
  await expect(stint.getByRole('alert').filter({ hasText: 'already a project called “Website”' })).toBeVisible()
  await stint.keyboard.press('Escape')
  await expect(edit(stint, 'Project: Core')).toBeFocused()
})

test('what is in use is not deleted: the row says so, archives it, and the undo brings it back', async ({
  stint,
  host,
}) => {
  const projectId = await project(host, 'Platform', 'Acme')
  await project(host, 'Unused', 'Acme')
  const [id = ''] = await addEntries(host, '2026-11-16', [['Write', '9:00', '10:00']])
  await hostClient(host).entries.update({ commandKey: key(), id, projectId })
  await open(stint)
  await expect(table(stint).getByRole('row').filter({ hasText: 'Platform' })).toContainText('1:00')

  await edit(stint, 'Project: Platform').focus()
  await stint.keyboard.press('Delete')
  const refusal = stint.getByRole('alert').filter({ hasText: 'in use' })
  await expect(refusal).toBeVisible()
  await refusal.getByRole('button', { name: 'Archive' }).click()
  await expect(edit(stint, 'Project: Platform')).toBeHidden()
  await undo(stint).click()
  await expect(edit(stint, 'Project: Platform')).toBeVisible()

  // What nothing uses goes at once; the focus stays in the list.
  await edit(stint, 'Project: Unused').focus()
  await stint.keyboard.press('Delete')
  await expect(edit(stint, 'Project: Unused')).toBeHidden()
  await expect(stint.locator(':focus')).toHaveAttribute('data-edit', 'name')
})

test('archived projects are hidden until asked for, and come back', async ({ stint, host }) => {
  const id = await project(host, 'Old')
  await project(host, 'New')
  await hostClient(host).projects.update({ commandKey: key(), id, archived: true })
  await open(stint)
  await expect(edit(stint, 'Project: New')).toBeVisible()
  await expect(edit(stint, 'Project: Old')).toBeHidden()
  await stint.getByLabel('Show archived').check()
  await expect(table(stint).getByRole('row').filter({ hasText: 'Old' })).toContainText('archived')
  await stint.getByRole('button', { name: 'More for Old' }).click()
  await stint.getByRole('menuitem', { name: 'Bring back' }).click()
  await expect(table(stint).getByRole('row').filter({ hasText: 'Old' })).not.toContainText('archived')
})

test('a project moves to another client, keeps its colour picker and its activities', async ({ stint, host }) => {
  await project(host, 'Platform', 'Acme')
  await project(host, 'Website', 'Globex')
  await open(stint)
  await stint.getByRole('button', { name: 'More for Platform' }).focus()
  await stint.keyboard.press('Enter')
  await stint.getByRole('menuitem', { name: 'Move to another client…' }).press('Enter')
  await typeText(stint, 'Glob')
  await stint.keyboard.press('Enter')
  await expect(table(stint).getByRole('row').filter({ hasText: 'Globex' })).toContainText('2 projects')
  await expect(stint.getByRole('button', { name: 'More for Platform' })).toBeFocused()

  await stint.getByRole('button', { name: /^Colour of Platform/ }).click()
  await stint.getByRole('button', { name: 'Teal' }).click()
  await expect(stint.getByRole('button', { name: 'Colour of Platform: Teal' })).toBeVisible()

  await edit(stint, 'Project: Platform').focus()
  await stint.keyboard.press('ArrowRight')
  await stint.keyboard.press('ArrowDown')
  await expect(stint.getByRole('textbox', { name: 'New activity in Platform' })).toBeFocused()
  await typeText(stint, 'Review')
  await stint.keyboard.press('Enter')
  await expect(edit(stint, 'Activity: Review')).toBeVisible()
})

test('tags, work items, activities and templates are kept on lists of their own', async ({ stint }) => {
  for (const [tab, path, make] of [
    ['Tags', '/tags', 'backend'],
    ['Activities', '/activities', 'Review'],
    ['Templates', '/templates', 'Stand-up'],
  ] as const) {
    await open(stint)
    await stint.getByRole('radio', { name: tab }).click()
    await expect(stint).toHaveURL(new RegExp(`${path}$`))
    await stint.keyboard.press('Shift+N')
    await typeText(stint, make)
    await stint.keyboard.press('Enter')
    await expect(table(stint, tab).getByText(make, { exact: true }).first()).toBeVisible()
  }
  await stint.getByRole('radio', { name: 'Work items' }).click()
  await stint.keyboard.press('Shift+N')
  await typeText(stint, 'ABC-12')
  await stint.keyboard.press('Tab')
  await typeText(stint, 'Fix the retry')
  await stint.keyboard.press('Enter')
  await stint.getByLabel('ABC-12 is done').click()
  await expect(edit(stint, 'Key: ABC-12')).toBeHidden()
  await stint.getByLabel('Show done').check()
  await expect(edit(stint, 'Key: ABC-12')).toBeVisible()
})

test('500 projects and 2000 tags are found by typing, and never fill the page', async ({ stint, host }) => {
  const rows = Array.from({ length: 2000 }, (_, i) => {
    const start = Date.parse('2026-01-01T08:00:00Z') + i * 600_000
    const [from, to] = [start, start + 300_000].map((ms) => new Date(ms).toISOString())
    return { start: from ?? '', end: to ?? '', note: 'x', project: `Project ${i % 500}`, tags: `tag-${i}` }
  })
  await importRows(host, rows)
  const elements = () => stint.evaluate(() => document.querySelectorAll('*').length)
  await open(stint)
  await expect(edit(stint, 'Project: Project 0')).toBeVisible()
  expect(await elements()).toBeLessThan(2000)
  await edit(stint, 'Project: Project 0').focus()
  await stint.keyboard.press('End')
  await expect(edit(stint, 'Project: Project 499')).toBeFocused()
  await stint.keyboard.press('f')
  await typeText(stint, '321')
  await expect(stint.getByRole('status').filter({ hasText: '1 found' })).toBeVisible()
  await open(stint, '/tags')
  await expect(edit(stint, 'Tag: tag-0')).toBeVisible()
  expect(await elements()).toBeLessThan(2000)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no list of the projects page has an accessibility violation, ${colorScheme}`, async ({ stint, host }) => {
    const contract = hostClient(host)
    const projectId = await project(host, 'Platform', 'Acme')
    await contract.activities.create({ commandKey: key(), name: 'Review', projectId })
    await contract.tags.create({ commandKey: key(), name: 'backend', colour: '#a855f7' })
    await contract.workItems.create({ commandKey: key(), key: 'ABC-1', title: 'Fix the retry', projectId })
    await contract.templates.create({ commandKey: key(), name: 'Stand-up', projectId })
    await stint.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of ['', '/activities', '/tags', '/items', '/templates']) {
      await open(stint, path)
      await expect(stint.getByRole('table')).toBeVisible()
      await expectAccessible(stint)
    }
    await open(stint)
    await edit(stint, 'Project: Platform').focus()
    await stint.keyboard.press('ArrowRight')
    await stint.keyboard.press('Delete')
    await expect(stint.getByRole('alert').filter({ hasText: 'in use' })).toBeVisible()
    await stint.keyboard.press('Shift+N')
    await expectAccessible(stint)
  })
}
