import { countEntries, countRunning } from '../check-invariants.ts'
import { readPragmas } from '../connection.ts'
import { quickCheck } from '../inspect-database.ts'
import { checkDaySlices } from './check-day-slices.ts'
import { entriesInWords } from './entries-in-words.ts'
import type { CheckedProfile, Finding, PlannedCheck } from './planned-check.ts'

/** Older ones can damage a database in WAL mode in rare cases (the WAL-reset bug, mended in 3.51.3). */
const OLDEST_SQLITE = '3.51.3'
const RESTORE = 'Put back a good backup with "stint restore NAME"; "stint backups" shows them.'

export function databaseChecks({ db, busyTimeoutMs }: CheckedProfile): PlannedCheck[] {
  const open = () => db.current()
  const answer = (sql: string) => open().prepare(sql).pluck().get()
  return [
    {
      id: 'sqlite-version',
      title: 'SQLite version',
      run: () => {
        const version = String(answer('select sqlite_version()'))
        return isAtLeast(version, OLDEST_SQLITE)
          ? { status: 'ok', detail: version }
          : { status: 'fail', detail: `${version} is older than ${OLDEST_SQLITE}`, mend: 'Install Stint again.' }
      },
    },
    {
      id: 'durability',
      title: 'Every change is on the disk before it is acknowledged',
      run: () => {
        const wrong = readPragmas(open(), busyTimeoutMs).filter(({ wanted, found }) => wanted !== found)
        if (wrong.length === 0) return { status: 'ok', detail: 'WAL, synchronous FULL, foreign keys on, one owner' }
        const detail = wrong.map(({ name, wanted, found }) => `${name} is ${found}, not ${wanted}`).join('; ')
        return { status: 'fail', detail, mend: 'Restart Stint; if it stays so, report it.' }
      },
    },
    {
      id: 'structure',
      title: 'The database is whole',
      run: () => fromProblem(quickCheck(open()), 'SQLite finds no fault', RESTORE),
    },
    {
      id: 'references',
      title: 'Everything that is referred to is there',
      run: () => {
        const broken = open().pragma('foreign_key_check') as unknown[]
        const problem = broken.length === 0 ? undefined : `${broken.length} rows refer to something that is gone`
        return fromProblem(problem, 'no broken reference', RESTORE)
      },
    },
    {
      id: 'one-running',
      title: 'At most one entry is running',
      run: () => {
        const running = countRunning(open())
        const problem = running > 1 ? `${running} entries are running at once` : undefined
        return fromProblem(problem, running === 1 ? 'one is running' : 'none is running', RESTORE)
      },
    },
    { id: 'day-totals', title: 'Days add up to their entries', run: () => checkDaySlices(open()) },
    { id: 'entries', title: 'Entries', run: () => ({ status: 'ok', detail: entriesInWords(countEntries(open())) }) },
  ]
}

function fromProblem(problem: string | undefined, good: string, mend: string): Finding {
  return problem === undefined ? { status: 'ok', detail: good } : { status: 'fail', detail: problem, mend }
}

function isAtLeast(version: string, wanted: string): boolean {
  return version.localeCompare(wanted, 'en', { numeric: true }) >= 0
}
