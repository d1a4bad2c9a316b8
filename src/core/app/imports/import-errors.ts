import { type AppError, appError } from '../../../shared/errors.ts'
import { err } from '../../../shared/result.ts'
import { MAX_IMPORT_ROWS } from '../../domain/imports/import-collector.ts'

/** The file as a whole cannot be read; `reason` is a sentence that says what to do. */
export function unreadable(line: number | null, reason: string): { readonly ok: false; readonly error: AppError } {
  return err(appError('unreadable-file', reason, { line, reason }))
}

export function tooManyRows(): { readonly ok: false; readonly error: AppError } {
  const limit = MAX_IMPORT_ROWS.toLocaleString('en')
  return unreadable(
    MAX_IMPORT_ROWS + 1,
    `This file has more than ${limit} rows. Split it, by year for example, and import the parts one after the other.`,
  )
}

const MAX_NAMED_COLUMNS = 20

export function mappingNeeded(columns: readonly string[], missing: readonly string[]) {
  const named = columns.slice(0, MAX_NAMED_COLUMNS).map((name) => `“${name}”`)
  const message =
    missing[0] === 'dateOrder'
      ? 'The dates in this file can be read two ways. Say whether the day or the month comes first.'
      : `Say which columns hold the times: ${missing.join(', ')} could not be found. This file has ${named.join(', ')}.`
  return err(appError('mapping-needed', message, { columns: [...columns], missing: [...missing] }))
}

export function unknownUpload(uploadId: string): { readonly ok: false; readonly error: AppError } {
  return err(
    appError('unknown-upload', 'This upload is not there any more; it is kept for an hour. Choose the file again.', {
      uploadId,
    }),
  )
}
