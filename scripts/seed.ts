/**
 * `npm run seed -- --years 5 --entries 100000 --seed 7 [--profile DIR] [--until DAY]`: a profile with a history to
 * look at and to measure with. The same numbers make the same history.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isDay } from '../src/shared/zone/day.ts'
import { addDays } from '../src/shared/zone/day-arithmetic.ts'
import { dayOf } from '../src/shared/zone/day-bounds.ts'
import { root } from './setup.mjs'
import type { HistoryPlan } from './support/sample-history.ts'
import { SeedRefused, seedProfile } from './support/seed-profile.ts'

/** Without --profile: a folder of our own, made anew each time, so that nobody's real profile is ever filled. */
const sampleDir = path.join(root, '.cache', 'sample-profile')

try {
  const { plan, profile } = readArguments()
  if (profile === undefined) rmSync(sampleDir, { recursive: true, force: true })
  const dir = path.resolve(profile ?? sampleDir)
  const seeded = await seedProfile(dir, plan)
  const perSecond = Math.round(seeded.entries / seeded.seconds)
  print(`${seeded.entries} entries from ${seeded.firstDay} to ${plan.until}, ${perSecond} a second`)
  print(
    Object.entries(seeded.names)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', '),
  )
  print(`Profile: ${dir}`)
  print(`Look at it with: npm start -- --profile ${JSON.stringify(dir)}`)
} catch (error) {
  if (!(error instanceof SeedRefused)) throw error
  process.stderr.write(`stint: ${error.message}\n`)
  process.exitCode = 1
}

function readArguments(): { plan: HistoryPlan; profile: string | undefined } {
  const { values } = parseArgs({
    options: {
      years: { type: 'string', default: '5' },
      entries: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '7' },
      profile: { type: 'string' },
      until: { type: 'string' },
    },
  })
  // Yesterday: a history that ends in the future would be no history.
  const until = values.until ?? addDays(dayOf(Date.now(), 'UTC'), -1)
  if (!isDay(until)) throw new SeedRefused(`--until ${until} is not a day such as 2026-11-20.`)
  const plan = {
    years: number('--years', values.years, 0.01, 100),
    entries: number('--entries', values.entries, 1, 5_000_000),
    seed: number('--seed', values.seed, 0, 2 ** 32 - 1),
    until,
  }
  return { plan, profile: values.profile }
}

function number(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= min && value <= max) return value
  throw new SeedRefused(`${name} ${text} is not a number from ${min} to ${max}.`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
