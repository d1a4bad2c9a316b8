import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type PortWindow, requestPort } from './request-port.ts'

/** A window of which only messages matter. */
class FakeWindow extends EventTarget {
  readonly origin = 'app://main'
  asked = ''
  readonly openPort = (id: string) => {
    this.asked = id
  }
  receive(message: { source?: unknown; origin?: string; data: unknown; ports?: unknown[] }): void {
    const event = new Event('message')
    this.dispatchEvent(Object.assign(event, { source: this, origin: this.origin, ports: [], ...message }))
  }
  /** It stands in for the browser's window, of which it has the part that is used. */
  asPage(): PortWindow {
    return this as unknown as PortWindow
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('requestPort', () => {
  it('takes the port that comes under the name it asked with', async () => {
    const page = new FakeWindow()
    const answer = requestPort(page, page.asPage())
    page.receive({ data: { stintPort: page.asked }, ports: ['the port'] })
    expect(await answer).toBe('the port')
  })

  it('takes no port from another window or origin, under another name, and no answer without one', async () => {
    const page = new FakeWindow()
    const answer = requestPort(page, page.asPage(), 1000)
    const data = { stintPort: page.asked }
    page.receive({ source: new FakeWindow(), data, ports: ['of a frame'] })
    page.receive({ source: null, data, ports: ['of nobody'] })
    page.receive({ origin: 'https://evil.example', data, ports: ['of another origin'] })
    page.receive({ data: { stintPort: 'guessed' }, ports: ['under another name'] })
    page.receive({ data: 'stintPort', ports: ['of no shape'] })
    page.receive({ data: null, ports: ['of nothing'] })
    page.receive({ data })
    vi.advanceTimersByTime(1000)
    expect(await answer).toBe(null)
  })

  it('asks under a new name each time', () => {
    const page = new FakeWindow()
    void requestPort(page, page.asPage())
    const first = page.asked
    void requestPort(page, page.asPage())
    expect(page.asked).not.toBe(first)
  })
})
