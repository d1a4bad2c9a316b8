import type { Page } from '@playwright/test'

/** Until fonts are there and nothing moves. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(300)
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.all(passing.map((animation) => animation.finished.catch(() => undefined)))
  })
}
