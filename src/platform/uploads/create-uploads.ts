import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../../core/ports/clock.ts'
import type { Uploads } from '../../core/ports/profile-files.ts'
import { MAX_UPLOAD_BYTES } from '../../shared/contract/transfer.ts'
import { type AppError, appError } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'

const KEPT_MS = 3_600_000
/** A data folder of Timewarrior has a file per month; nobody has tracked this many. */
const MAX_FILES = 2_000

interface UploadedFile {
  readonly place: string
  readonly pieces: Set<number>
  bytes: number
}

interface Upload {
  readonly folder: string
  readonly begunAtMs: number
  readonly files: Map<string, UploadedFile>
  bytes: number
  pieces: number
}

/**
 * Files on their way into an import, in `<profile>/uploads`, for an hour and never past a restart. A client's file
 * name is data and never part of a path: on the disk they are `<n>/<m>.part`, and which is which is kept in memory.
 */
export function createUploads(profileDir: string, clock: Pick<Clock, 'nowMs'>): Uploads {
  const root = path.join(profileDir, 'uploads')
  const uploads = new Map<string, Upload>()
  let count = 0
  rmSync(root, { recursive: true, force: true })

  function dropOld(nowMs: number): void {
    for (const [id, { begunAtMs }] of uploads) if (nowMs - begunAtMs > KEPT_MS) remove(id)
  }

  function remove(id: string): void {
    const upload = uploads.get(id)
    uploads.delete(id)
    if (upload !== undefined) rmSync(upload.folder, { recursive: true, force: true })
  }

  function append(id: string, fileName: string, index: number, data: Uint8Array): Result<number, AppError> {
    dropOld(clock.nowMs())
    const upload = uploads.get(id)
    if (upload === undefined) return err(unknownUpload(id))
    const file = upload.files.get(fileName) ?? newFile(upload)
    if (file.pieces.has(index)) return ok(file.bytes)
    // Clients may count pieces per file or through the whole upload; a piece that came too early fits neither.
    if (index !== file.pieces.size && index !== upload.pieces) return err(pieceMissing(index))
    if (upload.bytes + data.byteLength > MAX_UPLOAD_BYTES || upload.files.size > MAX_FILES) return err(tooLarge())
    const written = writePiece(upload, file, data)
    if (!written.ok) return written
    upload.files.set(fileName, file)
    file.pieces.add(index)
    file.bytes += data.byteLength
    upload.bytes += data.byteLength
    upload.pieces += 1
    return ok(file.bytes)
  }

  return {
    begin(id, nowMs) {
      dropOld(nowMs)
      count += 1
      uploads.set(id, {
        folder: path.join(root, String(count)),
        begunAtMs: nowMs,
        files: new Map(),
        bytes: 0,
        pieces: 0,
      })
    },
    append,
    read(id) {
      dropOld(clock.nowMs())
      const upload = uploads.get(id)
      return upload && Array.from(upload.files, ([name, { place }]) => ({ name, bytes: readFileSync(place) }))
    },
    remove,
  }
}

function newFile(upload: Upload): UploadedFile {
  return { place: path.join(upload.folder, `${upload.files.size}.part`), pieces: new Set(), bytes: 0 }
}

/** A piece that did not fit is taken off again, so that the same piece can be sent once more. */
function writePiece(upload: Upload, file: UploadedFile, data: Uint8Array): Result<void, AppError> {
  try {
    mkdirSync(upload.folder, { recursive: true, mode: 0o700 })
    appendFileSync(file.place, data, { mode: 0o600 })
    return ok(undefined)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EROFS' || code === 'EACCES') {
      return err(appError('read-only', 'The profile folder cannot be written. Check its permissions.', {}))
    }
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    if (file.pieces.size > 0) truncateSync(file.place, file.bytes)
    else rmSync(file.place, { force: true })
    return err(appError('disk-full', 'The disk is full. Free some space and send the file again.', {}))
  }
}

function unknownUpload(uploadId: string): AppError {
  return appError('unknown-upload', 'This upload is not known, or is more than an hour old. Send the file again.', {
    uploadId,
  })
}

function tooLarge(): AppError {
  const limit = `${MAX_UPLOAD_BYTES / 1_000_000} MB`
  return appError('too-large', `An import may hold ${limit} in ${MAX_FILES} files. Send less at once.`, {
    limitBytes: MAX_UPLOAD_BYTES,
  })
}

function pieceMissing(index: number): AppError {
  return appError('invalid-input', `Piece ${index} came before the one it follows. Send the pieces in order.`, {
    issues: [{ path: 'index', message: 'comes before the piece it follows' }],
  })
}
