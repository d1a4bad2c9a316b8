import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { ImportFormat, ImportOptions } from '../../../shared/contract/transfer.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { createImportCollector } from '../../domain/imports/import-collector.ts'
import type { CorePorts } from '../../ports/core-ports.ts'
import { decodeUpload } from './decode-upload.ts'
import { unknownUpload, unreadable } from './import-errors.ts'
import type { ParsedImport } from './parsed-import.ts'
import { readStintJson } from './read-stint-json.ts'
import { readTables } from './read-tables.ts'
import { readTimewarrior } from './read-timewarrior.ts'

export interface UploadToRead {
  readonly uploadId: string
  readonly format: ImportFormat
  readonly options?: ImportOptions | undefined
}

type ReadPorts = Pick<CorePorts, 'uploads' | 'textDecoding' | 'delimitedText' | 'scheduler' | 'clock'>

/**
 * Reads an upload by its format, in slices between which other requests have their turn. Preview and run both start
 * here, so they count the same. Nothing of the profile is read or written.
 */
export async function readUpload(ports: ReadPorts, upload: UploadToRead): Promise<Result<ParsedImport, AppError>> {
  const files = ports.uploads.read(upload.uploadId)
  if (files === undefined) return unknownUpload(upload.uploadId)
  const [first] = files
  if (first === undefined) return unreadable(null, 'Nothing was uploaded. Choose the file again.')
  const { format, options = {} } = upload
  const collector = createImportCollector()
  const texts = decodeUpload(files, ports.textDecoding, collector)
  if (!texts.ok) return texts
  const zone = options.zone ?? ports.clock.zone()
  const fileName = files.length === 1 ? first.name : `${first.name} and ${files.length - 1} more`
  const parsed = (more: Pick<ParsedImport, 'options' | 'columns'>, document: Catalogue | null): ParsedImport => ({
    ...collector.result(),
    ...more,
    format,
    fileName,
    document,
  })

  if (format === 'stint-json') {
    const catalogue = await readStintJson(texts.value, ports.scheduler, collector)
    return catalogue.ok ? ok(parsed({ options: {}, columns: [] }, catalogue.value)) : catalogue
  }
  if (format === 'timewarrior') {
    const done = await readTimewarrior(texts.value, zone, ports.scheduler, collector)
    return done.ok ? ok(parsed({ options: { zone }, columns: [] }, null)) : done
  }
  const tables = await readTables(texts.value, format, options, zone, ports, collector)
  return tables.ok ? ok(parsed(tables.value, null)) : tables
}
