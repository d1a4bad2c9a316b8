/**
 * `npm run bench`: every figure of speed and size in one run, against what plain SQLite does on the same machine at
 * the same time. Fails when one is missed. `--write` keeps the table in docs/benchmarks.md; `--only store,page` runs
 * some parts.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchDays } from './bench/bench-days.ts'
import type { Figure } from './bench/figure.ts'
import { dayOverHttp, hostStartFigure, memoryFigure, statusFigure } from './bench/host-figures.ts'
import { importFigure } from './bench/import-figure.ts'
import { pageFigures } from './bench/page-figures.ts'
import { storeFigures } from './bench/store-figures.ts'
import { benchDocument, figureTable } from './bench/table.ts'
import { root } from './setup.mjs'
import { startStint } from './support/running-stint.ts'
import { seedProfile } from './support/seed-profile.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean' }, only: { type: 'string' } } })
const parts = values.only?.split(',')
const wanted = (part: string) => parts === undefined || parts.includes(part)

const plan = { seed: 7, years: 5, entries: 100_000, until: '2026-11-19' }
const folder = mkdtempSync(path.join(os.tmpdir(), 'stint-bench-'))
const profileDir = path.join(folder, 'profile')
const figures: Figure[] = []
const add = (...more: Figure[]) => {
  figures.push(...more)
  for (const { what, measured, ok } of more) tell(`${ok === false ? 'MISSED ' : ''}${what}: ${measured}`)
}

try {
  tell(`Seeding ${plan.entries} entries over ${plan.years} years …`)
  const seeded = await seedProfile(profileDir, plan)
  tell(`${Math.round(seeded.entries / seeded.seconds)} entries a second`)
  const days = await benchDays(profileDir, plan)
  if (wanted('store')) add(...(await storeFigures(profileDir, plan)))
  if (wanted('import')) add(await importFigure())
  if (wanted('host')) add(await hostStartFigure(profileDir))
  const host = await startStint(profileDir, 'Europe/Stockholm')
  try {
    if (wanted('host')) add(statusFigure(profileDir), await dayOverHttp(host, days.ordinary))
    if (wanted('page')) add(...(await pageFigures(host, days)))
    if (wanted('host')) add(await memoryFigure(host, days.ordinary))
  } finally {
    await host.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

process.stdout.write(`\n${figureTable(figures)}\n`)
if (values.write) writeFileSync(path.join(root, 'docs', 'benchmarks.md'), benchDocument(figures, plan))
const missed = figures.filter(({ ok }) => ok === false)
if (missed.length > 0) tell(`\n${missed.length} of ${figures.length} figures missed.`)
process.exitCode = missed.length === 0 ? 0 : 1

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
