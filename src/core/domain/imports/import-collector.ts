import type { ImportProblem } from '../../../shared/contract/transfer.ts'
import { isIdentity } from './import-key.ts'
import type { ImportRow, RowOutcome } from './import-row.ts'

/** 40 years of 17 entries a day. One transaction holds them all, so it must stay a matter of seconds. */
export const MAX_IMPORT_ROWS = 250_000
const MAX_PROBLEMS = 200

/** Gathers what readers make of rows. A row with a problem never stops the others. */
export interface ImportCollector {
  take(outcome: RowOutcome, line: number, file: string): void
  /** About a file as a whole, or a line that is no row. */
  warn(line: number | null, file: string, message: string): void
  /** True once there are more rows than one import may have: reading stops. */
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

  function add(row: ImportRow): void {
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
  }

  return {
    take(outcome, line, file) {
      if (outcome.kind === 'row') {
        add(outcome.row)
        for (const message of outcome.warnings) note(warnings, { line, file, severity: 'warning', message })
      } else if (outcome.kind === 'left-out') {
        note(warnings, { line, file, severity: 'warning', message: outcome.reason })
      } else {
        failed += 1
        note(errors, { line, file, severity: 'error', message: outcome.reason })
      }
    },
    warn: (line, file, message) => note(warnings, { line, file, severity: 'warning', message }),
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
