import os from 'node:os'
import type { HistoryPlan } from '../support/sample-history.ts'
import type { Figure } from './figure.ts'

/** The figures as a Markdown table. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [
    ['What', 'Limit', 'Measured', ''],
    ['---', '---', '---', '---'],
    ...figures.map(({ what, limit, measured, ok }) => [what, limit, measured, ok === null ? '' : ok ? 'ok' : 'MISSED']),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, n) => (cell === '---' ? '-'.repeat(Math.max(3, widths[n] ?? 3)) : cell.padEnd(widths[n] ?? 0))).join(' | ')} |`
  return rows.map(line).join('\n')
}

/** docs/benchmarks.md: the table with how and where it was measured. */
export function benchDocument(figures: readonly Figure[], plan: HistoryPlan): string {
  const cpus = os.cpus()
  const machine = `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release().split('-')[0]}`
  const load = os.loadavg()[0]?.toFixed(1) ?? '?'
  return `# Benchmarks

Written by \`npm run bench -- --write\`: one run, all figures. The profile holds ${plan.entries} entries over ${plan.years} years
(\`npm run seed\` makes the same one). Where a limit is a ratio, plain better-sqlite3 answered the same question on the same
data in turn with Stint, so that whatever else the machine did fell on both. Times are medians. Limits are absolute
otherwise, and a busy machine misses them: run it alone.

Machine: ${machine}; Node ${process.versions.node}; load at the end ${load}.

${figureTable(figures)}

What is measured, and how:

- **Through the contract**: an in-process call with every check of input and output, as the desktop makes it; the line
  below it is the same day asked over HTTP from another process.
- **Raw** for a day, a month and all time is one prepared statement that yields the same figures; for start and stop it
  is two single-row inserts into a copy of the entries table (same rows, indices and pragmas, a commit each). Stint writes
  the command, its change rows and the day slices in the same commit.
- **Import** is upload, decoding, parsing, checks, names and one transaction, of a file as Toggl Track exports it.
- **Painted** is the frame that shows the first row of the day, counted from the navigation, scripts from the browser's
  cache and the session signed in.
- **Key to paint** is measured while the host is stopped with SIGSTOP: what does not wait for the store cannot tell.
- **DOM nodes** are all elements of the document, at the top of the list and while scrolling through it.

For comparison, at 100 000 entries on such a machine: Timewarrior sums all time in 6 s, Watson stops a timer in 3.9 s,
Super Productivity opens its history in 4.1 s and loads 1.2 MB of JavaScript (gzip).
`
}
