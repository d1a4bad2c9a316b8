import type { Page } from '@playwright/test'
import { ELECTRON_ONLY, expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'

// The numbers are those of Electron's security checklist, as docs/security.md lists them.

/** Tried from inside the page; answers with what came of it. */
function attempts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    // What DevTools calls may do more than the page; what a timer calls may not.
    await new Promise((resolve) => setTimeout(resolve))
    const tried: Record<string, string> = {}
    const attempt = async (name: string, act: () => unknown) => {
      try {
        tried[name] = String(await act())
      } catch (error) {
        tried[name] = `refused: ${error instanceof Error ? error.name : String(error)}`
      }
    }
    await attempt('fetch http', () => fetch('http://127.0.0.1:9/'))
    await attempt('fetch https', () => fetch('https://example.com/'))
    await attempt('fetch file', () => fetch('file:///etc/passwd'))
    await attempt('fetch own', () => fetch('/index.html'))
    await attempt('socket', () => {
      new WebSocket('ws://127.0.0.1:9/')
      return 'made'
    })
    await attempt('eval', () => Reflect.apply(Function('return 1'), undefined, []))
    await attempt('inline script', () => {
      const script = document.createElement('script')
      script.textContent = 'window.wasRun = true'
      document.body.append(script)
      return 'wasRun' in window ? 'ran' : 'inert'
    })
    await attempt('markup', () => {
      const element = document.createElement('div')
      element.innerHTML = '<b>bold</b>'
      return 'written'
    })
    await attempt('window.open', () => window.open('https://example.com/'))
    await attempt('webview', () => typeof Reflect.get(document.createElement('webview'), 'loadURL'))
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    await attempt('geolocation', () => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state))
    await attempt('notifications', () => Notification.requestPermission())
    await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }))
    return tried
  })
}

test('1, 5, 7, 12, 14: a hostile page reaches no network, no device, no window and runs no text', async ({
  desktop,
}) => {
  const page = await desktop.page('main')
  const tried = await attempts(page)
  expect(tried).toMatchObject({
    'fetch http': 'refused: TypeError',
    'fetch https': 'refused: TypeError',
    'fetch file': 'refused: TypeError',
    'fetch own': 'refused: TypeError',
    eval: 'refused: EvalError',
    'inline script': 'refused: TypeError',
    markup: 'refused: TypeError',
    'window.open': 'null',
    webview: 'undefined',
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'refused: NotAllowedError',
  })
  expect(page.frames().filter((frame) => frame.url().includes('example.com'))).toEqual([])
})

test('13: a page that tries to leave stays, and still works', async ({ desktop, client }) => {
  const page = await desktop.page('main')
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x']) {
    await page.evaluate((to) => {
      window.location.href = to
    }, address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()
  })
  expect((await desktop.state('main'))?.url).toBe('app://main/today')
  // Not `click`: Playwright would wait for the pages that never came.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === 'Start') button.click()
  })
  await expect.poll(async () => (await client().timer.status({})).running).not.toBeNull()
})

test('2, 3, 4, 6, 8–11: windows are isolated, sandboxed and without Node', async ({ desktop }) => {
  const page = await desktop.page('main')
  expect(
    await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
  ).toEqual(['undefined', 'undefined'])
  expect((await desktop.state('main'))?.preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
})

test('20: the page has two functions of the preload, frozen, and nothing else', async ({ desktop }) => {
  const page = await desktop.page('main')
  const found = await page.evaluate(() => {
    const host = Reflect.get(window, 'stintHost')
    return {
      keys: Object.keys(host).sort(),
      isFrozen: Object.isFrozen(host),
      own: Object.keys(window).filter((key) => /electron|ipc/i.test(key)),
    }
  })
  expect(found).toEqual({ keys: ['onCommand', 'openPort'], isFrozen: true, own: [] })
})

test.describe('as the main process sees it', () => {
  test.use(TEST_HOST_ONLY)

  test('1: every request was for the app’s own files; the rest was cancelled before any network', async ({
    testHost,
  }) => {
    const page = await testHost.page('main')
    await attempts(page)
    const requests = await testHost.call('requests')
    expect(requests.filter(({ fate }) => fate === 'leaked')).toEqual([])
    const served = requests.filter(({ fate }) => fate === 'served')
    expect(served.length).toBeGreaterThan(3)
    expect(served.filter(({ url }) => !url.startsWith('app://main/'))).toEqual([])
  })

  test('14, 15: window.open is denied, and only known links reach the system’s browser', async ({ testHost }) => {
    const page = await testHost.page('main')
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://github.com@evil.example/',
      'smb://x/y',
    ]) {
      await page.evaluate((to) => window.open(to), address)
    }
    const { opened } = await testHost.window('main')
    expect(opened.map(({ action }) => action)).toEqual(opened.map(() => 'deny'))
    expect(await testHost.call('shellCalls')).toEqual([])
    expect(await testHost.call('windows')).toHaveLength(1)
  })

  test('17: a port is given to the top frame of our own page only, and no other channel is heard', async ({
    testHost,
  }) => {
    await testHost.page('main')
    expect(await testHost.call('ipcChannels')).toEqual(['stint:port'])
    const { id } = await testHost.window('main')
    const portsBefore = (await testHost.window('main')).ports
    const name = crypto.randomUUID()
    await testHost.call('forgeMessage', id, 'stint:port', [name], 'https://evil.example/')
    await testHost.call('forgeMessage', id, 'stint:port', [name], 'app://main/today')
    for (const odd of [undefined, 7, '', 'x'.repeat(100_000), { id: name }, [name]]) {
      await testHost.call('forgeMessage', id, 'stint:port', [odd])
    }
    for (const channel of ['stint:command', 'electron-store-get-data', 'ELECTRON_BROWSER_REQUIRE']) {
      await testHost.call('forgeMessage', id, channel, [name])
    }
    expect((await testHost.window('main')).ports).toBe(portsBefore)
    await testHost.call('forgeMessage', id, 'stint:port', [name])
    expect((await testHost.window('main')).ports).toBe(portsBefore + 1)
  })

  test('18, 7: the protocol serves built files by GET, with the policy on every answer, and nothing beside them', async ({
    testHost,
  }) => {
    await testHost.page('main')
    const page = await testHost.call('askProtocol', 'app://main/today')
    expect(page?.status).toBe(200)
    expect(page?.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page?.headers['x-content-type-options']).toBe('nosniff')
    for (const address of [
      'app://main/../../etc/passwd',
      'app://main/%2e%2e/%2e%2e/etc/passwd',
      'app://main/..%2f..%2fetc/passwd',
      'app://main/..\\..\\etc\\passwd',
      'app://main/assets/%00',
      'app://main//etc/passwd.js',
      'app://other/index.html',
      'app://main:80/index.html',
      'app://user@main/index.html',
    ]) {
      const answer = await testHost.call('askProtocol', address)
      expect([address, answer?.status]).toEqual([address, 404])
      expect(answer?.headers['content-security-policy']).toContain("default-src 'none'")
    }
    expect((await testHost.call('askProtocol', 'app://main/today', 'POST'))?.status).toBe(405)
  })

  test('5: every permission but writing the clipboard is refused, also to our own page', async ({ testHost }) => {
    await testHost.page('main')
    const { id } = await testHost.window('main')
    for (const permission of [
      'geolocation',
      'notifications',
      'media',
      'midi',
      'hid',
      'usb',
      'serial',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'idle-detection',
      'display-capture',
    ]) {
      expect([permission, await testHost.call('isGranted', id, permission, 'app://main/today')]).toEqual([
        permission,
        false,
      ])
    }
    expect(await testHost.call('isGranted', id, 'clipboard-sanitized-write', 'app://main/today')).toBe(true)
    expect(await testHost.call('isGranted', id, 'clipboard-sanitized-write', 'https://evil.example/')).toBe(false)
    expect(await testHost.call('devices')).toEqual({ allowed: false })
    expect(await testHost.call('spellChecker')).toBe(false)
  })
})

test.describe('what only the real Electron can show', () => {
  test.use(ELECTRON_ONLY)

  test('4: the page’s process is held by the system’s own sandbox', async ({ electron }) => {
    test.skip(process.getuid?.() === 0, 'Chromium’s sandbox refuses to run as root')
    await electron.page('main')
    expect(await electron.isSandboxed('main')).toBe(true)
  })
})
