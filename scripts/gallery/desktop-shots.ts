import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Absence, AbsenceCause } from '../../src/shared/contract/absence.ts'
import type { StintClient } from '../../src/shared/contract/contract.ts'
import type { ShellState } from '../../src/shared/contract/desktop.ts'
import type { Shot } from './camera.ts'
import { at } from './gallery-profile.ts'
import { MINI } from './shots.ts'
import { pretend } from './tampered-socket.ts'

/** A desktop with something to say about everything. */
const shell: ShellState = {
  platform: 'linux',
  tray: 'shown',
  notifications: 'ready',
  startAtLogin: 'on',
  presenceSources: ['powerMonitor', 'logind'],
  hotkeys: [
    { action: 'toggle', keys: 'mod+alt+s', status: 'registered', detail: '' },
    {
      action: 'show',
      keys: 'mod+alt+o',
      status: 'unproven',
      detail: 'This desktop (Wayland) may keep the keys to itself. Give “stint open” a hotkey of the desktop instead.',
    },
    {
      action: 'note',
      keys: 'mod+alt+n',
      status: 'taken',
      detail: 'Another program has these keys. Press others.',
    },
  ],
}

/** The question about an absence, and what only a desktop offers. The host has neither; the page is told of them. */
export async function desktopShots(client: StintClient, today: string, zone: string): Promise<readonly Shot[]> {
  const { running } = await client.timer.status({})
  const absence = (...pieces: [string, string, AbsenceCause][]): Absence => ({
    id: randomUUID(),
    entryId: running?.id ?? '',
    pieces: pieces.map(([from, until, cause]) => ({
      fromMs: at(today, from, zone),
      untilMs: at(today, until, zone),
      cause,
    })),
    state: 'open',
    askedAtMs: at(today, '14:05', zone),
    updatedAtMs: at(today, '14:05', zone),
  })
  const one = absence(['13:40', '14:05', 'lock'])
  const several = absence(
    ['13:31', '13:36', 'idle'],
    ['13:38', '13:41', 'lock'],
    ['13:43', '13:52', 'sleep'],
    ['13:53', '13:58', 'user-switch'],
    ['14:00', '14:05', 'closed'],
  )
  const asked = (question: Absence, path: string, press?: string) => async (page: Page, origin: string) => {
    await pretend(page, { absence: question })
    await page.goto(`${origin}${path}`)
    await page.getByRole('region', { name: 'You were away' }).waitFor()
    if (press === undefined) return
    await page.getByRole('button', { name: press }).press('Enter')
    await page.getByRole('form').waitFor()
  }
  return [
    { name: 'absence-one', arrive: asked(one, '/today') },
    { name: 'absence-several', arrive: asked(several, '/today') },
    { name: 'absence-move', arrive: asked(one, '/today', 'Move to…') },
    {
      name: 'absence-split',
      async arrive(page, origin) {
        await asked(one, '/today', 'Split…')(page, origin)
        await page.getByRole('radio', { name: 'Discard' }).first().click()
        await page.getByRole('radio', { name: 'Move' }).last().click()
      },
    },
    { name: 'absence-split-several', arrive: asked(several, '/today', 'Split…') },
    { name: 'mini-question', sizes: MINI, arrive: asked(one, '/mini') },
    {
      name: 'settings-desktop',
      async arrive(page, origin) {
        await pretend(page, { shell })
        await page.goto(`${origin}/settings/desktop`)
        await page.locator('[data-shortcut=hotkey-note]').waitFor()
      },
    },
  ]
}
