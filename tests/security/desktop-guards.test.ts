import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { guardContents } from '../../src/main/guards/guard-contents.ts'
import { guardSession } from '../../src/main/guards/guard-session.ts'
import { createMemoryLog } from '../fakes/memory-log.ts'

/* What the guards decide, with Electron's side played here. That Electron asks them is for tests/e2e/desktop to show. */

const { app, opened } = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  return { app: Object.assign(new Emitter(), { isPackaged: true }), opened: [] as string[] }
})
vi.mock('electron', () => ({
  app,
  shell: { openExternal: async (url: string) => void opened.push(url), openPath: async () => '' },
}))

const foreign = [
  'https://example.com/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'app://other/',
  'app://main.example.com/',
  'app://user@main/',
  'app:main',
  'about:blank',
  'blob:https://example.com/1',
  'devtools://devtools/bundled/inspector.html',
  'chrome://gpu',
  '',
]

beforeEach(() => {
  app.removeAllListeners()
  opened.length = 0
})

class Contents extends EventEmitter {
  openWindow: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openWindow = handler
  }
}

function guardedContents(): Contents {
  guardContents(createMemoryLog())
  const contents = new Contents()
  app.emit('web-contents-created', {}, contents)
  return contents
}

/** @returns whether the page was kept where it is */
function isRefused(contents: Contents, name: string, details: object): boolean {
  const event = { ...details, preventDefault: vi.fn() }
  contents.emit(name, event)
  return event.preventDefault.mock.calls.length > 0
}

describe('a page', () => {
  it.each(foreign)('does not leave for %j, neither itself nor in a frame', (url) => {
    const contents = guardedContents()
    expect(isRefused(contents, 'will-navigate', { url })).toBe(true)
    expect(isRefused(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(true)
    expect(isRefused(contents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true)
    expect(isRefused(contents, 'will-redirect', { url, isMainFrame: true })).toBe(true)
  })

  it('may load itself anew, but no frame within itself', () => {
    const contents = guardedContents()
    const url = 'app://main/today'
    expect(isRefused(contents, 'will-navigate', { url })).toBe(false)
    expect(isRefused(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(false)
    expect(isRefused(contents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true)
  })

  it('takes in no webview', () => {
    expect(isRefused(guardedContents(), 'will-attach-webview', {})).toBe(true)
  })

  it('opens no window: a known site goes to the system’s browser, everything else nowhere', () => {
    const contents = guardedContents()
    for (const url of [...foreign, 'app://main/today'])
      expect(contents.openWindow?.({ url })).toEqual({ action: 'deny' })
    expect(opened).toEqual([])
    expect(contents.openWindow?.({ url: 'https://github.com/stint' })).toEqual({ action: 'deny' })
    expect(opened).toEqual(['https://github.com/stint'])
  })
})

/** What `guardSession` hands to Electron. */
function guardedSession() {
  const given = new Map<string, (...args: unknown[]) => unknown>()
  const keep = (name: string) => (handler: (...args: unknown[]) => unknown) => {
    given.set(name, handler)
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: keep('before') },
  })
  // The parts of a session that the guard uses; Electron's own class cannot be made here.
  guardSession(session as never, createMemoryLog())
  /** What the handler answered, by its callback or by its return value. */
  const ask = (name: string, ...args: unknown[]): unknown => {
    const answer = vi.fn()
    const returned = given.get(name)?.(...args, answer)
    return answer.mock.lastCall?.[0] ?? returned
  }
  return {
    session,
    isGranted(permission: string, url: string): boolean {
      const granted = ask('request', { getURL: () => url }, permission)
      expect(ask('check', null, permission, url), 'checked as it is asked for').toBe(granted)
      return granted === true
    },
    device: () => ask('device', {}),
    isCancelled(url: string): boolean {
      return JSON.stringify(ask('before', { url })) === '{"cancel":true}'
    },
  }
}

describe('the session', () => {
  it('refuses every permission and device, but text for the clipboard to our own page', () => {
    const { isGranted, device } = guardedSession()
    const permissions = [
      ...['media', 'geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock', 'fullscreen', 'openExternal'],
      ...[
        'clipboard-read',
        'display-capture',
        'hid',
        'serial',
        'usb',
        'idle-detection',
        'window-management',
        'unknown',
      ],
    ]
    for (const permission of permissions) expect(isGranted(permission, 'app://main/today'), permission).toBe(false)
    expect(isGranted('clipboard-sanitized-write', 'app://main/today')).toBe(true)
    expect(isGranted('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
    expect(device()).toBe(false)
  })

  it('looks up no dictionary anywhere', () => {
    expect(guardedSession().session.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
  })

  it('cancels every request but for our own files and what a page made itself', () => {
    const { isCancelled } = guardedSession()
    for (const url of [
      ...foreign,
      'ws://127.0.0.1:1/',
      'wss://example.com',
      'ftp://example.com',
      'data:text/javascript,1',
    ]) {
      expect(isCancelled(url), url).toBe(true)
    }
    for (const url of ['app://main/assets/index.js', 'data:image/png;base64,AAAA', 'blob:app://main/1']) {
      expect(isCancelled(url), url).toBe(false)
    }
  })

  it('takes nothing down but what a page made itself', () => {
    const { session } = guardedSession()
    const refused = (url: string) => {
      const preventDefault = vi.fn()
      session.emit('will-download', { preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length > 0
    }
    expect(refused('https://example.com/setup.exe')).toBe(true)
    expect(refused('app://main/assets/index.js')).toBe(true)
    expect(refused('blob:app://main/5f9c')).toBe(false)
  })
})
