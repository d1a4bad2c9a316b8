import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The SQL that makes a profile. */
export function migrationsDir(): string {
  return beside('drizzle/local', 'drizzle/local')
}

/** The page that a browser loads; built, also when this runs from source. */
export function pageDir(): string {
  return beside('renderer', 'out/renderer')
}

/** In a build every part lies beside this one in `out/`; from source this file lies three folders under the checkout. */
function beside(inBuild: string, inCheckout: string): string {
  const built = fileURLToPath(new URL(`../${inBuild}`, import.meta.url))
  return existsSync(built) ? built : fileURLToPath(new URL(`../../../${inCheckout}`, import.meta.url))
}
