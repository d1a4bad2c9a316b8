import type { ImportFormat } from '../../../shared/contract/transfer.ts'

/** A month of Timewarrior's data folder. */
const TIMEWARRIOR_FILE = /(?:^|\/)\d{4}-\d{2}\.data$/

/**
 * Which format some chosen files probably have, by their names and the beginning of the first (its first few thousand
 * letters). Only a proposal: the person sees it and can choose another. null: nothing here looks like a list of times.
 */
export function guessFormat(names: readonly string[], head: string): ImportFormat | null {
  if (names.some((name) => TIMEWARRIOR_FILE.test(name))) return 'timewarrior'
  const text = head.replace(/^\uFEFF/, '').trimStart()
  if (/^\{\s*"format"\s*:\s*"stint"/.test(text)) return 'stint-json'
  if (/^\[\s*\{[^[\]]*"start"\s*:\s*"\d{8}T\d{6}Z"/.test(text)) return 'timewarrior'
  if (/^inc \d{8}T\d{6}Z/.test(text)) return 'timewarrior'
  if (text.startsWith('{') || text.startsWith('[')) return null
  const header = (text.split(/\r?\n/, 1)[0] ?? '').toLowerCase()
  if (/start date/.test(header) && /start time/.test(header) && /duration/.test(header)) return 'toggl'
  return /[,;\t|]/.test(header) ? 'csv' : null
}

/** Of a chosen data folder only the months are sent: settings, tags and the undo log hold no time. */
export function filesToSend<T extends { readonly name: string }>(
  format: ImportFormat,
  files: readonly T[],
): readonly T[] {
  if (format !== 'timewarrior' || files.length === 1) return files
  const months = files.filter((file) => TIMEWARRIOR_FILE.test(file.name))
  return months.length === 0 ? files : months
}
