import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writePrivateFile } from './private-file.ts'

/** What a running host leaves in its profile (0600), so that commands of the same person find it. */
export interface HostFile {
  readonly pid: number
  /** Where it listens: `http://127.0.0.1:PORT`, without a path. */
  readonly url: string
  readonly port: number
  /** Bearer token of this start. */
  readonly token: string
  readonly startedAtMs: number
  readonly version: string
}

export function hostFilePath(profileDir: string): string {
  return path.join(profileDir, 'host.json')
}

export function writeHostFile(profileDir: string, file: HostFile): void {
  writePrivateFile(hostFilePath(profileDir), `${JSON.stringify(file, null, 2)}\n`)
}

/** The host file of a profile; undefined where there is none, or where it cannot be one of ours. */
export function readHostFile(profileDir: string): HostFile | undefined {
  let text: string
  try {
    text = readFileSync(hostFilePath(profileDir), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  return parseHostFile(text)
}

/** Takes the file away when it still is the one of this start: a later host may have written its own. */
export function removeHostFile(profileDir: string, token: string): void {
  if (readHostFile(profileDir)?.token === token) rmSync(hostFilePath(profileDir), { force: true })
}

/**
 * Checked by hand, not with zod: each CLI call reads this file, and loading zod costs more than the rest of the call.
 * The address must be loopback, for the caller is about to trust it.
 */
export function parseHostFile(text: string): HostFile | undefined {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, url, port, token, startedAtMs, version } = value as Record<string, unknown>
  if (!isWhole(pid, 1, 2 ** 31) || !isWhole(port, 1, 65_535) || !isWhole(startedAtMs, 0, 2 ** 53)) return undefined
  if (typeof token !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  if (typeof version !== 'string' || version.length > 64) return undefined
  if (url !== `http://127.0.0.1:${port}` && url !== `http://[::1]:${port}`) return undefined
  return { pid, url, port, token, startedAtMs, version }
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
