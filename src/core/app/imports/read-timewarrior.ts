import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ImportCollector } from '../../domain/imports/import-collector.ts'
import { isTimewarriorMonth, readTimewarriorLine } from '../../domain/imports/timewarrior-data.ts'
import { readTimewarriorJson } from '../../domain/imports/timewarrior-json.ts'
import type { Scheduler } from '../../ports/scheduler.ts'
import { tooManyRows, unreadable } from './import-errors.ts'
import type { ImportText } from './parsed-import.ts'
import { readJson } from './read-json.ts'

const LINES_PER_SLICE = 5_000

/** Reads a data folder (`2026-03.data`, …) or the output of `timew export` into the collector. */
export async function readTimewarrior(
  files: readonly ImportText[],
  zone: string,
  scheduler: Scheduler,
  collector: ImportCollector,
): Promise<Result<null, AppError>> {
  let readable = 0
  for (const file of files) {
    const isMonth = isTimewarriorMonth(file.name) || (files.length === 1 && file.text.trimStart().startsWith('inc '))
    if (isMonth) {
      readable += 1
      const done = await readLines(file, zone, scheduler, collector)
      if (!done.ok) return done
    } else if (file.text.trimStart().startsWith('[')) {
      readable += 1
      const done = await readExport(file, zone, scheduler, collector)
      if (!done.ok) return done
    } else if (!/(?:^|[\\/])(?:tags|undo)\.data$/.test(file.name)) {
      collector.warn(null, file.label, 'This is no month of Timewarrior’s data and was left out')
    }
  }
  if (readable > 0) return ok(null)
  return unreadable(
    null,
    'There is no Timewarrior data here. Choose the files named like 2026-03.data in its data folder, or what “timew export” prints.',
  )
}

async function readLines(file: ImportText, zone: string, scheduler: Scheduler, collector: ImportCollector) {
  let line = 0
  for (const text of file.text.split('\n')) {
    line += 1
    if (text.trim() !== '') {
      collector.take(readTimewarriorLine(text, { line, file: file.label, zone }), line, file.label)
    }
    if (line % LINES_PER_SLICE === 0) {
      if (collector.isFull()) return tooManyRows()
      await scheduler.pause()
    }
  }
  return collector.isFull() ? tooManyRows() : ok(null)
}

async function readExport(file: ImportText, zone: string, scheduler: Scheduler, collector: ImportCollector) {
  const json = readJson(file)
  if (!json.ok) return json
  if (!Array.isArray(json.value)) return unreadable(null, `“${file.name}” is not what “timew export” prints.`)
  const intervals: readonly unknown[] = json.value
  for (const [index, interval] of intervals.entries()) {
    const line = index + 1
    collector.take(readTimewarriorJson(interval, { line, file: file.label, zone }), line, file.label)
    if (line % LINES_PER_SLICE === 0) {
      if (collector.isFull()) return tooManyRows()
      await scheduler.pause()
    }
  }
  return collector.isFull() ? tooManyRows() : ok(null)
}
