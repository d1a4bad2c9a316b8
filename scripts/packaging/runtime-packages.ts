import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()).optional() })

/** Headers that a compiler would read; better-sqlite3 brings its binaries compiled. */
const forCompilersOnly = ['node-addon-api']

/** The packages that `entries` load at run time, themselves included, sorted. All lie at the top of node_modules. */
export function runtimePackages(root: string, entries: readonly string[]): string[] {
  const found = new Set<string>()
  const waiting = [...entries]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || forCompilersOnly.includes(name)) continue
    found.add(name)
    const file = path.join(root, 'node_modules', name, 'package.json')
    waiting.push(...Object.keys(manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).dependencies ?? {}))
  }
  return [...found].sort()
}
