import type { Page } from '@playwright/test'
import { hostClient, key } from './support/host-client.ts'
import { expect, test } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

/**
 * Puts on the page what the desktop's preload would: its port leads to the same host through a socket, and the test says
 * what the main process would say. What the real preload does is tested by the specs of the desktop.
 */
async function withDesktop(page: Page, path: string): Promise<(command: unknown) => Promise<void>> {
  await page.addInitScript(() => {
    const listeners = new Set<(command: unknown) => void>()
    Object.assign(window, {
      say: (command: unknown) => {
        for (const listener of listeners) listener(command)
      },
      stintHost: {
        onCommand(listener: (command: unknown) => void) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        openPort(id: string) {
          const socket = new WebSocket(new URL('/ws', location.href.replace(/^http/, 'ws')))
          socket.binaryType = 'arraybuffer'
          socket.addEventListener('open', () => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = ({ data }) => socket.send(data)
            socket.onmessage = ({ data }) => port1.postMessage(data)
            window.postMessage({ stintPort: id }, location.origin, [port2])
          })
        },
      },
    })
  })
  await page.goto(new URL(path, page.url()).href)
  await expect(page.getByRole('main')).toBeVisible()
  return async (command) => {
    await page.evaluate((said) => (window as unknown as { say: (command: unknown) => void }).say(said), command)
  }
}

test('the desktop leads to places by name, and runs actions by id', async ({ stint }) => {
  const say = await withDesktop(stint, '/today')
  await say({ kind: 'go', place: { page: 'settings', section: 'desktop' } })
  await expect(stint).toHaveURL(/\/settings\/desktop$/)
  await say({ kind: 'go', place: { page: 'today', day: '2026-11-16' } })
  await expect(stint.getByRole('heading', { level: 1 })).toContainText('Mon 16 Nov')
  await say({ kind: 'action', id: 'help.shortcuts' })
  await expect(stint.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
  await stint.keyboard.press('Escape')
  await say({ kind: 'go', place: { page: 'timer' } })
  await expect(stint.getByLabel('What are you working on?')).toBeFocused()
})

test('a command that nobody knows does nothing and says nothing', async ({ stint, complaints }) => {
  const say = await withDesktop(stint, '/today')
  await say({ kind: 'go', place: { page: 'https://example.com/' } })
  await say({ kind: 'action', id: 'no.such' })
  await say({ kind: 'evaluate', code: 'alert(1)' })
  await say(null)
  await say({ kind: 'go', place: { page: 'settings', section: 'about' } })
  await expect(stint).toHaveURL(/\/settings\/about$/)
  expect(complaints).toEqual([])
})

test('a quick note is written with Enter and given up with Esc; leaving the field keeps nothing', async ({
  stint,
  host,
}) => {
  const client = hostClient(host)
  const noteNow = async () => (await client.timer.status({})).running?.note
  await client.timer.start({ commandKey: key(), note: 'Before' })
  const say = await withDesktop(stint, '/mini')
  const field = stint.getByRole('textbox', { name: 'What are you working on?' })
  await expect(field).toHaveValue('Before')

  await say({ kind: 'quick-note', text: 'From a link' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('From a link')
  await stint.keyboard.press('Escape')
  await expect(field).toHaveValue('Before')

  await say({ kind: 'quick-note', text: 'From a link' })
  await expect(field).toBeFocused()
  await stint.keyboard.press('Tab')
  await expect(field).toHaveValue('From a link')
  expect(await noteNow()).toBe('Before')

  await say({ kind: 'quick-note', text: '' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Before')
  await stint.keyboard.type('Written at once')
  await stint.keyboard.press('Enter')
  await expect.poll(noteNow).toBe('Written at once')

  await client.timer.stop({ commandKey: key() })
  await expect(stint.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await say({ kind: 'quick-note', text: 'Begins the timer' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Begins the timer')
  await stint.keyboard.press('Enter')
  await expect.poll(noteNow).toBe('Begins the timer')
})
