import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { connectInMemory } from '../../src/platform/transport/in-memory-client.ts'
import { openHost } from '../../src/server/local/open-host.ts'
import { addDays } from '../../src/shared/zone/day-arithmetic.ts'
import { monthOf } from '../../src/shared/zone/periods.ts'
import { root } from '../setup.mjs'
import type { HistoryPlan } from '../support/sample-history.ts'
import { type Figure, inTurn, ratioFigure } from './figure.ts'

type Client = ReturnType<typeof connectInMemory>

/** Questions and commands in the host's own process, through the contract with all its checks, against plain SQL. */
export async function storeFigures(profileDir: string, plan: HistoryPlan): Promise<Figure[]> {
  const migrationsDir = path.join(root, 'drizzle', 'local')
  const opened = await openHost({ profileDir, kind: 'test', version: '0.0.0', migrationsDir })
  if (!opened.ok) throw new Error(opened.error.message)
  const { core, profile, dispose } = opened.value
  try {
    const db = profile.db.current()
    const client = connectInMemory(core.router, 'bench')
    return [
      await dayList(client, db, plan),
      await monthByProject(client, db, plan),
      await allByProject(client, db),
      await startAndStop(client, db, profileDir),
    ]
  } finally {
    await dispose()
  }
}

async function dayList(client: Client, db: Database.Database, plan: HistoryPlan): Promise<Figure> {
  const days = db
    .prepare('select day from entry_days where day <= ? group by day having count(*) > 10 order by day desc limit 200')
    .pluck()
    .all(plan.until) as string[]
  const query = db.prepare(
    `select e.*, (select group_concat(t.tag_id) from entry_tags t where t.entry_seq = e.seq) as tag_ids
     from entry_days d join entries e on e.seq = d.entry_seq where d.day = ? order by e.sort_ms`,
  )
  const day = (round: number) => days[round % days.length] ?? plan.until
  const times = await inTurn(
    200,
    (round) => client.entries.day({ day: day(round) }),
    (round) => query.all(day(round)),
  )
  return ratioFigure('A day’s list, through the contract', times, 2, 2)
}

async function monthByProject(client: Client, db: Database.Database, plan: HistoryPlan): Promise<Figure> {
  const query = db.prepare(
    `select e.project_id, sum(d.ms), sum(case when e.billable then d.ms else 0 end), count(distinct e.seq)
     from entry_days d join entries e on e.seq = d.entry_seq where d.day between ? and ? group by e.project_id`,
  )
  const month = (round: number) => monthOf(addDays(plan.until, -30 * (1 + (round % 40))))
  const times = await inTurn(
    120,
    (round) => {
      const { from, to } = month(round)
      return client.reports.summary({ groupBy: ['project'], fromDay: from, toDay: to })
    },
    (round) => query.all(month(round).from, month(round).to),
  )
  return ratioFigure('A month by project', times, 2)
}

async function allByProject(client: Client, db: Database.Database): Promise<Figure> {
  const query = db.prepare(
    `select project_id, sum(duration_ms), sum(case when billable then duration_ms else 0 end), count(*)
     from entries where deleted_at_ms is null and duration_ms is not null group by project_id`,
  )
  const times = await inTurn(
    40,
    () => client.reports.summary({ groupBy: ['project'] }),
    () => query.all(),
  )
  return ratioFigure('All time by project', times, 1.5)
}

/** The raw pair goes into the very same table with the same rows, indices and pragmas, in a file beside the profile. */
async function startAndStop(client: Client, db: Database.Database, profileDir: string): Promise<Figure> {
  const folder = mkdtempSync(path.join(profileDir, '..', 'stint-raw-'))
  const raw = new Database(path.join(folder, 'raw.db'))
  for (const pragma of ['locking_mode', 'journal_mode', 'synchronous']) {
    raw.pragma(`${pragma} = ${db.pragma(pragma, { simple: true })}`)
  }
  raw.pragma('foreign_keys = OFF')
  const ddl = db.prepare(`select sql from sqlite_master where tbl_name = 'entries' and sql is not null`).pluck().all()
  for (const sql of ddl as string[]) raw.exec(sql)
  copyRows(db, raw)
  const insert = raw.prepare(
    `insert into entries (id, kind, started_at_ms, ended_at_ms, duration_ms, zone, day, sort_ms, note, note_key, billable,
       off_computer, source, created_at_ms, updated_at_ms)
     values (?, 'clock', ?, ?, 1, 'Europe/Stockholm', '2026-11-20', ?, ?, ?, 0, 0, 'timer', 1, 1)`,
  )
  const pair = (round: number) => {
    for (let n = 0; n < 2; n += 1) insert.run(randomUUID(), round, round + 1, round, 'Raw', 'raw')
  }
  const startStop = async () => {
    await client.timer.start({ commandKey: randomUUID(), note: 'Bench' })
    await client.timer.stop({ commandKey: randomUUID() })
  }
  try {
    return ratioFigure('Start and stop, durable (FULL)', await inTurn(800, startStop, pair), 2)
  } finally {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function copyRows(from: Database.Database, to: Database.Database): void {
  const columns = from.prepare('select * from entries limit 0').columns().length
  const insert = to.prepare(`insert into entries values (${Array.from({ length: columns }, () => '?').join(', ')})`)
  const copy = to.transaction(() => {
    for (const row of from.prepare('select * from entries').raw().iterate()) insert.run(...(row as unknown[]))
  })
  copy()
  to.pragma('wal_checkpoint(TRUNCATE)')
}
