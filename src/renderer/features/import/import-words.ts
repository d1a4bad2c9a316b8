import type { ImportFormat, ImportOptions } from '../../../shared/contract/transfer.ts'

export const formatWords: Record<ImportFormat, { readonly label: string; readonly how: string }> = {
  toggl: {
    label: 'Toggl Track',
    how: 'In Toggl: Reports, Detailed, choose the period, Export, CSV. One file or several.',
  },
  timewarrior: {
    label: 'Timewarrior',
    how: 'The folder “data” in ~/.timewarrior or ~/.local/share/timewarrior, or the output of “timew export”.',
  },
  csv: {
    label: 'CSV file',
    how: 'Any table with a start and an end, or a date and a duration. You say which column is which.',
  },
  'stint-json': { label: 'Stint export', how: 'A JSON file that Stint wrote: everything comes back as it was.' },
}

export const importFormats = Object.keys(formatWords) as ImportFormat[]

export const dateOrderWords: Record<NonNullable<ImportOptions['dateOrder']>, string> = {
  dmy: 'Day first (31/12/2026)',
  mdy: 'Month first (12/31/2026)',
  ymd: 'Year first (2026-12-31)',
}

export const delimiterWords: Record<NonNullable<ImportOptions['delimiter']>, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar |',
}

export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

export function countInWords(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`
}
