import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a test runner did, in the one form that scripts/test.mjs adds up. */
export interface Tally {
  passed: number
  failed: number
  skipped: { name: string; reason: string | null }[]
}

/** Writes to the file named by STINT_TALLY; without that variable nobody is adding up. */
export function writeTally(tally: Tally): void {
  const file = process.env['STINT_TALLY']
  if (!file) return
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(tally))
}
