import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'

test('the window opens, Today paints, and the menu reaches every page', async ({ desktop }) => {
  const page = await desktop.page('main')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await desktop.state('main'))?.isVisible).toBe(true)
  await desktop.clickMenu('Go', 'Go to Projects')
  await expect(page).toHaveTitle('Projects · Stint')
  await desktop.clickMenu('Go', 'Go to Today')
  await expect(page).toHaveTitle('Today · Stint')
})

test('a timer started in the window is on disk and in the tray', async ({ desktop, client }) => {
  const page = await desktop.page('main')
  await page.getByLabel('What are you working on?').fill('Payment retry')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  const { running } = await client().timer.status({})
  expect(running?.note).toBe('Payment retry')
})

test('a window comes back where it was left', async ({ desktop }) => {
  await desktop.page('main')
  const bounds = { x: 120, y: 90, width: 900, height: 640 }
  await desktop.move('main', bounds)
  await desktop.quit()
  await desktop.restart()
  await desktop.page('main')
  expect((await desktop.state('main'))?.bounds).toEqual(bounds)
})

test('the mini window shows the timer alone, on top of others', async ({ desktop, client }) => {
  await desktop.page('main')
  await client().timer.start({ commandKey: crypto.randomUUID(), note: 'Payment retry' })
  await desktop.clickMenu('Stint', 'Mini window')
  const mini = await desktop.page('mini')
  await expect(mini.getByLabel('What are you working on?')).toHaveValue('Payment retry')
  await expect(mini.getByRole('navigation')).toHaveCount(0)
  expect((await desktop.state('mini'))?.isAlwaysOnTop).toBe(true)
})

test.describe('screens', () => {
  test.use({ ...TEST_HOST_ONLY, started: { env: { STINT_TEST_HOST_DISPLAYS: '0,0,1920x1080 1920,0,1280x1024' } } })

  test('a window on a screen that is unplugged comes to the one that is left', async ({ testHost }) => {
    await testHost.page('main')
    await testHost.move('main', { x: 2000, y: 200, width: 900, height: 640 })
    await testHost.call('setDisplays', '0,0,1920x1080')
    const { bounds } = await testHost.window('main')
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(1920)
    expect([bounds.width, bounds.height]).toEqual([900, 640])
  })

  test('a window that was left on another screen opens where one can see it', async ({ testHost }) => {
    await testHost.page('main')
    await testHost.move('main', { x: 2000, y: 200, width: 900, height: 640 })
    await testHost.quit()
    await testHost.restart()
    await testHost.page('main')
    expect((await testHost.window('main')).bounds.x).toBe(2000)
    await testHost.quit()
    await testHost.restart()
    await testHost.call('setDisplays', '0,0,1920x1080')
    await testHost.page('main')
    expect((await testHost.window('main')).bounds.x).toBeLessThan(1920)
  })
})
