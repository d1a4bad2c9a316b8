import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** sha-256 of every file under `dir` by its relative path. Only for profiles that no process has open. */
export function hashesUnder(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(dir, name)).isFile(),
  )
  return Object.fromEntries(files.sort().map((name) => [name, hashOf(path.join(dir, name))]))
}

export function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
