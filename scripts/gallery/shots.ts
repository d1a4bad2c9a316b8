import path from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../setup.mjs'
import type { Shot } from './camera.ts'
import type { GalleryDays } from './gallery-profile.ts'
import { tamper } from './tampered-socket.ts'

const goto = (address: string) => async (page: Page, origin: string) => {
  await page.goto(`${origin}${address}`)
  await page.getByRole('main').waitFor()
}
const fixture = (name: string) => path.join(root, 'tests', 'fixtures', 'imports', name)
const rows = (page: Page) => page.locator('[role=grid] [role=row]').first().waitFor()

async function openImport(page: Page, origin: string, file: string): Promise<void> {
  await page.goto(`${origin}/import`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).press('Enter')
  await (await chooser).setFiles(fixture(file))
  await page.getByRole('region', { name: 'Preview' }).waitFor()
}

/** The desktop's mini window. */
export const MINI = [{ width: 360, height: 140 }] as const

/** A profile without anything in it. */
export const emptyShots: readonly Shot[] = [
  { name: 'today-empty', arrive: goto('/today') },
  { name: 'projects-empty', arrive: goto('/projects') },
  { name: 'search-empty', arrive: goto('/search') },
  { name: 'not-found', arrive: goto('/nowhere') },
  { name: 'mini-idle', sizes: MINI, arrive: goto('/mini') },
]

/** A browser that nobody has signed in. */
export const signedOutShot: Shot = {
  name: 'signed-out',
  async arrive(page, origin) {
    await page.goto(`${origin}/today`)
    await page.getByRole('alert').first().waitFor()
  },
}

/** The filled profile before its timer is started. */
export const stoppedShot: Shot = {
  name: 'today-stopped',
  async arrive(page, origin) {
    await page.goto(`${origin}/today`)
    await rows(page)
  },
}

/** What the page shows while an answer is on its way, and when it does not come. Taken last: each leaves its mark. */
export const troubledShots: readonly Shot[] = [
  {
    name: 'today-loading',
    async arrive(page, origin) {
      await tamper(page, '/entries/day', 'hold')
      await page.goto(`${origin}/today`)
      await page.getByRole('navigation').first().waitFor()
    },
  },
  {
    name: 'today-error',
    async arrive(page, origin) {
      await tamper(page, '/entries/day', 'fail')
      await page.goto(`${origin}/today`)
      await page.getByRole('main').getByRole('alert').waitFor()
    },
  },
]

/** Pages that were open when the host went away. */
export const offlineShot: Shot = {
  name: 'today-offline',
  async arrive(page, origin) {
    await page.goto(`${origin}/today`)
    await rows(page)
  },
}

/** A filled profile with a running timer. */
export const filledShots = (days: GalleryDays): readonly Shot[] => [
  {
    name: 'today-ordinary',
    async arrive(page, origin) {
      await page.goto(`${origin}/today`)
      await rows(page)
    },
  },
  {
    name: 'today-overlaps',
    async arrive(page, origin) {
      await page.goto(`${origin}/today/${days.overlaps}`)
      await rows(page)
    },
  },
  {
    name: 'today-overfull',
    async arrive(page, origin) {
      await page.goto(`${origin}/today/${days.overfull}`)
      await rows(page)
    },
  },
  {
    name: 'today-selected',
    async arrive(page, origin) {
      await page.goto(`${origin}/today`)
      await rows(page)
      const all = page.locator('[role=grid] [role=row]')
      await all.nth(1).focus()
      for (const key of [' ', 'ArrowDown', ' ']) await page.keyboard.press(key)
    },
  },
  { name: 'projects', arrive: goto('/projects') },
  { name: 'search', arrive: goto('/search?q=review') },
  { name: 'search-nothing', arrive: goto('/search?q=walrus') },
  { name: 'import', arrive: goto('/import') },
  { name: 'import-preview', arrive: (page, origin) => openImport(page, origin, 'toggl-detailed.csv') },
  { name: 'import-problems', arrive: (page, origin) => openImport(page, origin, 'toggl-bad-rows.csv') },
  { name: 'settings', arrive: goto('/settings') },
  { name: 'mini-running', sizes: MINI, arrive: goto('/mini') },
  {
    name: 'palette',
    async arrive(page, origin) {
      await page.goto(`${origin}/today`)
      await rows(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'shortcuts',
    async arrive(page, origin) {
      await page.goto(`${origin}/today`)
      await rows(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
]
