import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup.mjs'

/** All files under `folder` with one of the endings, relative to the root, with forward slashes, sorted. */
export function filesUnder(folder: string, endings: readonly string[]): string[] {
  const full = path.join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}
