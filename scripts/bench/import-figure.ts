import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectInMemory } from '../../src/platform/transport/in-memory-client.ts'
import { openHost } from '../../src/server/local/open-host.ts'
import { MAX_CHUNK_BYTES } from '../../src/shared/contract/transfer.ts'
import { root } from '../setup.mjs'
import { sampleCatalogue } from '../support/sample-catalogue.ts'
import { sampleHistory } from '../support/sample-history.ts'
import { togglCsv } from '../support/toggl-csv.ts'
import { type Figure, timed } from './figure.ts'

const ROWS = 100_000
const WANTED = 20_000

/** Toggl's detailed CSV through the contract into an empty profile: upload in pieces, parse, check, write, commit. */
export async function importFigure(): Promise<Figure> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stint-bench-import-'))
  const migrationsDir = path.join(root, 'drizzle', 'local')
  const opened = await openHost({ profileDir: path.join(folder, 'p'), kind: 'test', version: '0.0.0', migrationsDir })
  if (!opened.ok) throw new Error(opened.error.message)
  try {
    const client = connectInMemory(opened.value.core.router, 'bench')
    const plan = { seed: 11, years: 5, entries: ROWS, until: '2026-11-19' }
    const catalogue = sampleCatalogue(plan.seed, 0)
    const csv = Buffer.from(togglCsv(sampleHistory(plan, catalogue), catalogue))
    let rows = 0
    const tookMs = await timed(async () => {
      const fileName = 'toggl.csv'
      const { uploadId } = await client.imports.begin({ commandKey: randomUUID(), fileName })
      for (let at = 0, index = 0; at < csv.length; at += MAX_CHUNK_BYTES, index += 1) {
        const data = csv.subarray(at, at + MAX_CHUNK_BYTES).toString('base64')
        await client.imports.append({ commandKey: randomUUID(), uploadId, fileName, index, data })
      }
      const options = { zone: 'Europe/Stockholm' }
      const done = await client.imports.run({ commandKey: randomUUID(), uploadId, format: 'toggl', options })
      rows = done.batch.added + done.batch.skipped
    })
    if (rows !== ROWS) throw new Error(`imported ${rows} of ${ROWS} rows`)
    const perSecond = Math.round(rows / (tookMs / 1000))
    return {
      what: `Import of ${ROWS} rows (Toggl CSV, ${(csv.length / 1e6).toFixed(1)} MB), upload to commit`,
      limit: `≥ ${WANTED} rows/s`,
      measured: `${perSecond} rows/s`,
      ok: perSecond >= WANTED,
    }
  } finally {
    await opened.value.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}
