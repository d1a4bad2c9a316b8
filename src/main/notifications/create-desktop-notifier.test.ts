import type { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryLog } from '../../../tests/fakes/memory-log.ts'
import type { Place } from '../../shared/contract/notifications.ts'
import { createDesktopNotifier } from './create-desktop-notifier.ts'
import { notificationText } from './notification-text.ts'

interface FakeNotification extends EventEmitter {
  readonly text: { title: string; body: string }
  shown: number
  closed: number
}

const electron = vi.hoisted(() => ({ made: [] as FakeNotification[], isSupported: true, fails: false }))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class Notification extends Emitter implements FakeNotification {
    static isSupported = () => electron.isSupported
    readonly text: FakeNotification['text']
    shown = 0
    closed = 0
    constructor(text: FakeNotification['text']) {
      super()
      this.text = text
      electron.made.push(this)
    }
    show() {
      if (electron.fails) throw new Error('no service')
      this.shown += 1
    }
    close() {
      this.closed += 1
    }
  }
  return { Notification, app: { setAppUserModelId: () => undefined, isPackaged: false } }
})
const server = vi.hoisted(() => ({ changed: (_server: unknown): void => undefined }))
vi.mock('./watch-notification-server.ts', () => ({
  watchNotificationServer(_log: unknown, changed: (found: unknown) => void) {
    server.changed = changed
    return () => undefined
  },
}))

const notice = (id: string, body = 'It waits.') => ({
  id,
  title: 'Still there?',
  body,
  place: { page: 'absence' as const },
})

beforeEach(() => {
  electron.made.length = 0
  electron.isSupported = true
  electron.fails = false
})

function create() {
  const opened: Place[] = []
  const log = createMemoryLog()
  return { opened, log, notifier: createDesktopNotifier({ open: ({ place }) => opened.push(place), log }) }
}

describe('createDesktopNotifier', () => {
  it('shows a notice, and its click leads to the place', () => {
    const { notifier, opened } = create()
    notifier.show(notice('a'))
    expect(electron.made.map(({ text, shown }) => [text.title, shown])).toEqual([['Still there?', 1]])
    electron.made[0]?.emit('click')
    expect(opened).toEqual([{ page: 'absence' }])
  })

  it('can still be clicked after it went into the list of notifications', () => {
    const { notifier, opened } = create()
    notifier.show(notice('a'))
    electron.made[0]?.emit('close')
    electron.made[0]?.emit('click')
    expect(opened).toHaveLength(1)
    notifier.withdraw('a')
    expect(electron.made[0]?.closed).toBe(0)
  })

  it('withdraws what was answered elsewhere, replaces what comes again, and knows nothing of others', () => {
    const { notifier } = create()
    notifier.show(notice('a'))
    notifier.show(notice('a', 'It still waits.'))
    notifier.withdraw('a')
    notifier.withdraw('a')
    notifier.withdraw('unknown')
    expect(electron.made.map(({ closed }) => closed)).toEqual([1, 1])
  })

  it('keeps fifty at most: the oldest go', () => {
    const { notifier } = create()
    for (let index = 0; index < 60; index += 1) notifier.show(notice(`${index}`))
    expect(electron.made.map(({ closed }) => closed)).toEqual([...Array(10).fill(1), ...Array(50).fill(0)])
  })

  it('where there is no service says so and shows nothing; a failure is logged and stops nobody', () => {
    const { notifier, log } = create()
    electron.fails = true
    notifier.show(notice('a'))
    electron.made[0]?.emit('failed', {}, 'denied')
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn'])
    electron.isSupported = false
    notifier.show(notice('b'))
    expect([notifier.state(), electron.made.length]).toEqual(['missing', 1])
  })

  it('on Linux goes by the server on the bus', (context) => {
    if (process.platform !== 'linux') return context.skip('only Linux has such a server')
    const { notifier } = create()
    notifier.show(notice('a', '<b>R&D</b>'))
    server.changed({ hasMarkup: false })
    notifier.show(notice('b', '<b>R&D</b>'))
    expect(electron.made.map(({ text }) => text.body)).toEqual(['&lt;b&gt;R&amp;D&lt;/b&gt;', '<b>R&D</b>'])
    server.changed('missing')
    expect(notifier.state()).toBe('missing')
  })
})

describe('notificationText', () => {
  it('is one plain line each, and escapes the body only where it would be read as markup', () => {
    const hostile = { title: 'A\n<b>&\u202e', body: '<a href="x">click</a>\u0007' }
    expect(notificationText(hostile, true)).toEqual({
      title: 'A <b>&',
      body: '&lt;a href="x"&gt;click&lt;/a&gt;',
    })
    expect(notificationText(hostile, false).body).toBe('<a href="x">click</a>')
  })
})
