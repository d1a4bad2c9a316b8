import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ImportCollector } from '../../domain/imports/import-collector.ts'
import type { TextDecoding } from '../../ports/text-decoding.ts'
import { unreadable } from './import-errors.ts'
import type { ImportText } from './parsed-import.ts'

/** The files of an upload as text, by name; says so where an encoding had to be guessed. */
export function decodeUpload(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  decoding: TextDecoding,
  collector: ImportCollector,
): Result<ImportText[], AppError> {
  const texts: ImportText[] = []
  for (const { name, bytes } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const label = files.length === 1 ? '' : name
    const decoded = decoding.decode(bytes)
    if (!decoded.ok) {
      return unreadable(null, `“${name}” is not a text file. Export it as CSV or JSON and import that.`)
    }
    if (decoded.value.guessed) {
      collector.warn(
        null,
        label,
        'The file is not UTF-8 and was read as Windows-1252. Check that letters such as å and é are right',
      )
    }
    texts.push({ name, label, text: decoded.value.text })
  }
  return ok(texts)
}
