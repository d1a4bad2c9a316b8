import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { unreadable } from './import-errors.ts'
import type { ImportText } from './parsed-import.ts'

/** The JSON of a file, or the line where it breaks off. */
export function readJson(file: ImportText): Result<unknown, AppError> {
  if (file.text.trim() === '') return unreadable(null, `“${file.name}” is empty.`)
  try {
    return ok(JSON.parse(file.text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const line = lineOf(error.message, file.text)
    return unreadable(
      line,
      `“${file.name}” is not whole JSON: it breaks off or has a mistake in line ${line}. Export it anew.`,
    )
  }
}

/** V8 names the place by position, and newer ones by line as well; a text that ends too early has neither. */
function lineOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return before.split('\n').length
}
