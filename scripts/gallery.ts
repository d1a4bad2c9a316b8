/**
 * `npm run gallery`: pictures of every page and state, from a real host and a real browser, into docs/gallery. Wide
 * and narrow, light and dark. With names as arguments only those: `npm run gallery -- today-ordinary palette`.
 */
import { mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { addDays } from '../src/shared/zone/day-arithmetic.ts'
import { dayOf } from '../src/shared/zone/day-bounds.ts'
import { afternoonZone } from './gallery/afternoon-zone.ts'
import { type Camera, createCamera, removeOldPictures } from './gallery/camera.ts'
import { desktopShots } from './gallery/desktop-shots.ts'
import { fillGalleryProfile, startGalleryTimer } from './gallery/gallery-profile.ts'
import { emptyShots, filledShots, offlineShot, signedOutShot, stoppedShot, troubledShots } from './gallery/shots.ts'
import { root } from './setup.mjs'
import { launchChromium } from './support/browser.ts'
import { startStint } from './support/running-stint.ts'
import { seedProfile } from './support/seed-profile.ts'

const names = process.argv.slice(2)
const target = path.join(root, 'docs', 'gallery')
// The pictures show where the profile is, so it is always at the same place.
const folder = path.join(os.tmpdir(), 'stint-gallery')
const zone = afternoonZone(Date.now())
rmSync(folder, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
if (names.length === 0) removeOldPictures(target)
const browser = await launchChromium()
const wanted = (name: string) => names.length === 0 || names.includes(name)
const camera = createCamera({ browser, zone, target, wanted })
try {
  await takeEmpty(camera)
  await takeFilled(camera)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${camera.report()}\n`)

/** What a person sees first: nothing, and what to do about it. */
async function takeEmpty(taking: Camera): Promise<void> {
  const host = await startStint(path.join(folder, 'empty'), zone)
  try {
    await taking.take(host, emptyShots)
    await taking.take(host, [signedOutShot], { signedIn: false })
  } finally {
    await host.stop()
  }
}

async function takeFilled(taking: Camera): Promise<void> {
  const profile = path.join(folder, 'profile')
  const until = addDays(dayOf(Date.now(), zone), -3)
  await seedProfile(profile, { seed: 7, years: 1, entries: 2_400, until })
  const host = await startStint(profile, zone)
  try {
    const days = await fillGalleryProfile(host.connection.client, zone)
    await taking.take(host, [stoppedShot])
    await startGalleryTimer(host.connection.client, days.today, zone)
    await taking.take(host, filledShots(days))
    await taking.take(host, await desktopShots(host.connection.client, days.today, zone))
    for (const shot of troubledShots) await taking.take(host, [shot])
    await taking.takeAfter(host, offlineShot, async ([first]) => {
      host.signal('SIGKILL')
      await first?.getByText('not answering').waitFor()
    })
  } finally {
    await host.stop()
  }
}
