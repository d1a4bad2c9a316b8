import type { ImportProblem } from '../../../shared/contract/transfer.ts'
import { isIdentity } from './import-key.ts'
import type { ImportRow } from './import-row.ts'

/** 40 years of 17 entries a day. One transaction holds them all, so it must stay a matter of seconds. */
export const MAX_IMPORT_ROWS = 250_000
const MAX_PROBLEMS = 200

/** Gathers what readers find. A row with a problem never stops the others. */
export interface ImportCollector {
  add(row: ImportRow): void
  /** The row is read all the same (or, for a running interval, is no row yet). */
  warn(line: number | null, file: string, message: string): void
  /** The row cannot be read; it counts as failed. */
  fail(line: number | null, file: string, message: string): void
  /** True once there are more rows than one import may have: readers stop. */
  isFull(): boolean
  result(): CollectedRows
}

export interface CollectedRows {
  readonly rows: readonly ImportRow[]
  readonly repeatedInFile: number
  readonly failed: number
  /** Errors before warnings where there are more than 200, then by file and line. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
}

export function createImportCollector(maxRows: number = MAX_IMPORT_ROWS): ImportCollector {
  const rows: ImportRow[] = []
  const seen = new Map<string, number>()
  const errors: ImportProblem[] = []
  const warnings: ImportProblem[] = []
  let repeatedInFile = 0
  let failed = 0
  let problemCount = 0

  function note(list: ImportProblem[], problem: ImportProblem): void {
    problemCount += 1
    if (list.length < MAX_PROBLEMS) list.push(problem)
  }

  return {
    add(row) {
      const before = seen.get(row.importKey) ?? 0
      seen.set(row.importKey, before + 1)
      if (before === 0) {
        rows.push(row)
      } else if (isIdentity(row.importKey)) {
        repeatedInFile += 1
      } else {
        // Two equal rows can be two real things: each gets its number, so both are kept and the next import knows both.
        rows.push({ ...row, importKey: `${row.importKey}#${before}` })
      }
    },
    warn: (line, file, message) => note(warnings, { line, file, severity: 'warning', message }),
    fail(line, file, message) {
      failed += 1
      note(errors, { line, file, severity: 'error', message })
    },
    isFull: () => rows.length + repeatedInFile + failed > maxRows,
    result: () => ({
      rows,
      repeatedInFile,
      failed,
      problems: [...errors, ...warnings].slice(0, MAX_PROBLEMS).sort(byPlace),
      problemCount,
    }),
  }
}

function byPlace(a: ImportProblem, b: ImportProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0)
}
