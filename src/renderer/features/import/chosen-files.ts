import type { SentFile } from './upload-files.ts'

/** As the contract says; kept here because the contract's values are not part of the window. */
export const MAX_UPLOAD_BYTES = 200_000_000
/** A folder of somebody's whole disk is not read to the end. */
const MAX_FILES = 5000

export interface ChosenFiles {
  /** What the person chose: a file's name, or the folder's. */
  readonly name: string
  readonly files: readonly SentFile[]
}

/** From a file or folder chooser; null when nothing was chosen. */
export function filesOfChooser(list: FileList | null): ChosenFiles | null {
  const files = [...(list ?? [])].slice(0, MAX_FILES)
  return chosen(
    files.map((file) => sentFile(file, file.webkitRelativePath === '' ? file.name : file.webkitRelativePath)),
  )
}

/** What was dropped, folders with all that is in them. Must be called while the drop event is being handled. */
export async function filesOfDrop(transfer: DataTransfer): Promise<ChosenFiles | null> {
  // The lists are emptied as soon as the event is over, so both are taken at once.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Files that come from another page have no place in a file system.
  if (entries.length === 0) return chosen([...transfer.files].map((file) => sentFile(file, file.name)))
  const files: SentFile[] = []
  for (const entry of entries) await collect(entry, files)
  return chosen(files)
}

function chosen(files: readonly SentFile[]): ChosenFiles | null {
  const [first] = files
  if (first === undefined) return null
  const folder = first.name.includes('/') ? first.name.split('/')[0] : undefined
  const name = folder ?? (files.length === 1 ? first.name : `${first.name} and ${files.length - 1} more`)
  return { name, files }
}

async function collect(entry: FileSystemEntry, into: SentFile[]): Promise<void> {
  if (into.length >= MAX_FILES) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    into.push(sentFile(file, entry.fullPath.replace(/^\//, '')))
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  // A folder is told in parts, the last of which is empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return
    for (const child of part) await collect(child, into)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function sentFile(file: File, name: string): SentFile {
  return {
    name,
    size: file.size,
    slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  }
}
