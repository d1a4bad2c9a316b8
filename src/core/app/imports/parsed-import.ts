import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { ImportFormat, ImportOptions } from '../../../shared/contract/transfer.ts'
import type { CollectedRows } from '../../domain/imports/import-collector.ts'

/** A file as read, before it is compared with what the profile has. */
export interface ParsedImport extends CollectedRows {
  readonly format: ImportFormat
  /** The file, or the first of several and how many more. */
  readonly fileName: string
  /** As detected or given. */
  readonly options: ImportOptions
  /** Column names of a CSV file. */
  readonly columns: readonly string[]
  /** Of Stint's own JSON. */
  readonly document: Catalogue | null
}

/** One file of an upload, as text. */
export interface ImportText {
  readonly name: string
  /** What problems call it: '' where it is the only one. */
  readonly label: string
  readonly text: string
}
