import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { filesUnder, isTest } from '../lib/source-files.ts'

/** Electron ships its own licences beside its binary, and electron-builder leaves them there. */
const broughtByOthers = ['electron']

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})

export interface BundledPackage {
  name: string
  version: string
  /** An SPDX expression; null where the package does not say. */
  licence: string | null
  /** Its folder. */
  at: string
}

/**
 * Every npm package of which code may end up in a package of Stint: what `src` imports, and what that needs in turn.
 * A package that the bundler shakes out again is listed all the same.
 */
export function bundledPackages(root: string): BundledPackage[] {
  const found = new Map<string, BundledPackage>()
  const waiting = importedPackages(root).map((name) => ({ name, from: root }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const at = findPackage(next.name, next.from)
    if (at === null || found.has(at)) continue
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8')))
    found.set(at, { name: manifest.name, version: manifest.version, licence: manifest.license ?? null, at })
    waiting.push(...Object.keys(manifest.dependencies ?? {}).map((name) => ({ name, from: at })))
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.at.localeCompare(b.at, 'en'))
}

function importedPackages(root: string): string[] {
  const names = new Set<string>()
  for (const file of filesUnder('src', ['.ts', '.tsx', '.css']).filter((one) => !isTest(one))) {
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import|import\(|url\() ?['"]((?:@[\w-]+\/)?[a-z][\w.-]*)[/'"]/g)) {
      if (name !== undefined && name !== 'node' && !broughtByOthers.includes(name)) names.add(name)
    }
  }
  return [...names]
}

/** Node's own look-up; null for what is not installed, such as types and another platform's optional parts. */
function findPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const at = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(at, 'package.json'))) return at
    if (folder === path.dirname(folder)) return null
  }
}
