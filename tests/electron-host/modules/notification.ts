import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { needsStart } from './app-life.ts'
import { HostEvent } from './host-event.ts'

const shown: HostNotification[] = []
let isSupported = process.env['STINT_TEST_HOST_WITHOUT']?.includes('notifications') !== true

export class HostNotification
  extends EventEmitter
  implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body'>
{
  readonly options: Electron.NotificationConstructorOptions
  title: string
  body: string
  isOpen = false

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super()
    needsStart('Notification')
    this.options = options
    this.title = options.title ?? ''
    this.body = options.body ?? ''
  }

  static isSupported(): boolean {
    return isSupported
  }

  show(): void {
    if (!isSupported) {
      setImmediate(() => this.emit('failed', new HostEvent(), 'There is no notification service'))
      return
    }
    if (!shown.includes(this)) shown.push(this)
    this.isOpen = true
    setImmediate(() => this.emit('show', new HostEvent()))
  }

  close(): void {
    if (!this.isOpen) return
    this.isOpen = false
    setImmediate(() => this.emit('close', new HostEvent()))
  }
}

export const notificationControls = {
  /** Every notification there was, in order. */
  notifications: () =>
    shown.map(({ title, body, isOpen, options }) => ({ title, body, isOpen, silent: options.silent === true })),
  clickNotification(index: number) {
    const one = shown.at(index)
    if (one === undefined) throw new Error(`There is no notification ${index}`)
    one.isOpen = false
    one.emit('click', new HostEvent())
  },
  breakNotifications: () => {
    isSupported = false
  },
}
