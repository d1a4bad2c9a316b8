import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDelimitedText } from '../../src/platform/csv/create-delimited-text.ts'
import { createScheduler } from '../../src/platform/scheduler/create-scheduler.ts'
import { createUploads } from '../../src/platform/uploads/create-uploads.ts'
import type { Entry } from '../../src/shared/contract/entities.ts'
import type { ExportFormat, ImportFormat, ImportOptions } from '../../src/shared/contract/transfer.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { createTestCore } from '../fakes/test-core.ts'

const fixtures = fileURLToPath(new URL('../fixtures/imports/', import.meta.url))
const PIECE_BYTES = 700_000

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export function fixture(name: string): NamedFile {
  return { name: path.basename(name), bytes: readFileSync(path.join(fixtures, name)) }
}

/** Every file of a folder of fixtures, as someone who chooses a data folder sends it. */
export function fixtureFolder(name: string): NamedFile[] {
  return readdirSync(path.join(fixtures, name)).map((file) => fixture(path.join(name, file)))
}

export function textFile(text: string, name = 'file.csv'): NamedFile {
  return { name, bytes: Buffer.from(text) }
}

/** The real core over the real adapters that an import needs, and a profile that holds nothing. */
export function createImportBench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'stint-import-'))
  const clock = new FakeClock()
  const test = createTestCore({
    clock,
    scheduler: createScheduler(),
    delimitedText: createDelimitedText(),
    uploads: createUploads(folder, clock),
  })
  const { client, key } = test

  async function upload(files: readonly NamedFile[]): Promise<string> {
    const { uploadId } = await client.imports.begin({ commandKey: key(), fileName: files[0]?.name ?? 'nothing' })
    for (const { name, bytes } of files) {
      for (let index = 0; index === 0 || index * PIECE_BYTES < bytes.length; index += 1) {
        const data = Buffer.from(bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)).toString('base64')
        await client.imports.append({ commandKey: key(), uploadId, fileName: name, index, data })
      }
    }
    return uploadId
  }

  const input = async (files: NamedFile | readonly NamedFile[], format: ImportFormat, options?: ImportOptions) => ({
    uploadId: await upload('name' in files ? [files] : files),
    format,
    ...(options && { options }),
  })

  return {
    ...test,
    clock,
    upload,
    preview: async (...source: Parameters<typeof input>) => client.imports.preview(await input(...source)),
    run: async (...source: Parameters<typeof input>) =>
      client.imports.run({ commandKey: key(), ...(await input(...source)) }),
    runSkippingFailed: async (...source: Parameters<typeof input>) =>
      client.imports.run({ commandKey: key(), ...(await input(...source)), skipFailed: true }),
    /** Oldest first. */
    async entries(): Promise<Entry[]> {
      const found: Entry[] = []
      let cursor: string | undefined
      do {
        const page = await client.entries.list({ limit: 500, ...(cursor && { cursor }) })
        found.push(...page.entries)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      return found.reverse()
    },
    async export(format: ExportFormat, range: { fromDay?: string; toDay?: string } = {}) {
      let text = ''
      let head: { fileName: string; entries: number; mime: string } | undefined
      for await (const event of await client.exports.stream({ format, ...range })) {
        if (event.type === 'head') head = event
        else text += event.text
      }
      if (head === undefined) throw new Error('The export has no head')
      return { head, text, file: textFile(text, head.fileName) }
    },
    dispose() {
      test.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ImportBench = ReturnType<typeof createImportBench>
