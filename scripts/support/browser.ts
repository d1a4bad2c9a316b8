import { type Browser, chromium } from '@playwright/test'
import { requireChromium } from '../find-chromium.mjs'

/** The Chromium that the browser tests use. As root, as CI containers are, its sandbox refuses to run. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env['STINT_CHROMIUM'] ?? requireChromium().path
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}
