import type { Backup, DoctorCheck } from '../../shared/contract/host.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'

/** Copies of the database beside it, made by the store and verified before they count as made. */
export interface Backups {
  list(): readonly Backup[]
  create(reason: Backup['reason'], nowMs: number): Promise<Result<Backup, AppError>>
  /** Puts a backup in place of the open database; what was there is kept as a backup. */
  restore(name: string, nowMs: number): Promise<Result<{ replaced: Backup; entries: number }, AppError>>
}

/** What the host can tell of its own health. */
export interface Diagnostics {
  run(): Promise<readonly DoctorCheck[]>
}

/** Files a client sends in pieces before an import reads them. Kept outside the database, for an hour. */
export interface Uploads {
  begin(uploadId: string, nowMs: number): void
  /** Appends piece `index` of `fileName`; a repeated piece is not appended twice. Returns the file's size. */
  append(uploadId: string, fileName: string, index: number, data: Uint8Array): Result<number, AppError>
  /** Files of an upload with their whole bytes, or undefined when it is not known (any more). */
  read(uploadId: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] | undefined
  remove(uploadId: string): void
}

/** Reads delimited text by the rules of RFC 4180 and says where each record began. */
export interface DelimitedText {
  parse(
    text: string,
    delimiter: string,
  ): readonly { readonly line: number; readonly fields: readonly string[]; readonly error?: string }[]
}
