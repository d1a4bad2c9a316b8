import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'

export interface PackedFile {
  /** Inside the archive, with forward slashes. */
  path: string
  /** Beside the archive in `app.asar.unpacked`, where the system can load it. */
  unpacked: boolean
}

const fileSchema = z.object({ unpacked: z.boolean().optional() })
const folderSchema = z.object({ files: z.record(z.string(), z.unknown()) })

/**
 * What an `app.asar` holds. The format: four little-endian numbers, the last of them the length of the JSON that
 * follows and names all files.
 */
export function readAsar(file: string): PackedFile[] {
  const handle = openSync(file, 'r')
  try {
    const sizes = Buffer.alloc(16)
    readSync(handle, sizes, 0, 16, 0)
    const json = Buffer.alloc(sizes.readUInt32LE(12))
    readSync(handle, json, 0, json.length, 16)
    return [...filesOf(JSON.parse(json.toString('utf8')), '')]
  } finally {
    closeSync(handle)
  }
}

function* filesOf(node: unknown, at: string): Generator<PackedFile> {
  for (const [name, child] of Object.entries(folderSchema.parse(node).files)) {
    const path = at === '' ? name : `${at}/${name}`
    if (folderSchema.safeParse(child).success) yield* filesOf(child, path)
    else yield { path, unpacked: fileSchema.parse(child).unpacked === true }
  }
}
