import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import type { Log } from '../../core/ports/log.ts'
import { redact } from './redact.ts'

const ROTATE_AT_BYTES = 5_000_000
const KEPT_FILES = 3

export interface FileLog {
  readonly log: Log
  /** Writes what is left and lets go of the file. */
  close(): void
}

/**
 * One JSON line per event in `<profile>/logs/stint.log` (0600), written as it happens: a line survives the crash it
 * tells of. A file over 5 MB is put aside at start; three old ones are kept.
 */
export function createFileLog(profileDir: string, level: 'debug' | 'info' = 'info'): FileLog {
  const folder = path.join(profileDir, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'stint.log')
  rotate(file)
  const target = pino.destination({ dest: file, sync: true, mode: 0o600 })
  // A full disk must not take the timer down with it: the line is lost, the program is not.
  target.on('error', () => undefined)
  const logger = pino({ level, base: null, serializers: { err: (error: unknown) => error } }, target)
  let closed = false
  const write = (as: 'debug' | 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    if (!closed) logger[as](redact(fields), message)
  }
  return {
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    close() {
      if (closed) return
      closed = true
      target.end()
    },
  }
}

function rotate(file: string): void {
  if (!existsSync(file) || statSync(file).size < ROTATE_AT_BYTES) return
  for (let place = KEPT_FILES - 1; place >= 1; place -= 1) {
    if (existsSync(`${file}.${place}`)) renameSync(`${file}.${place}`, `${file}.${place + 1}`)
  }
  renameSync(file, `${file}.1`)
}
