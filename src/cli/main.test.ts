import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Values that a file imports at once; types and `import()` cost nothing at the start. */
function importsOf(file: URL): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^import (?!type )(?:[\s\S]*?from )?'([^']+)'/gm)]
    .filter(([statement]) => !/^import \{(?:\s*type \w+,?)+\s*\} from/.test(statement))
    .map(([, from = '']) => from)
}

function packagesReachedFrom(...roots: string[]): string[] {
  const seen = new Set<string>()
  const packages = new Set<string>()
  const waiting = roots.map((root) => new URL(root, import.meta.url))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file.href)) continue
    seen.add(file.href)
    for (const from of importsOf(file)) {
      if (from.startsWith('.') && from.endsWith('.ts')) waiting.push(new URL(from, file))
      else if (!from.startsWith('.') && !from.startsWith('node:')) packages.add(from)
    }
  }
  return [...packages].sort()
}

describe('the way to a fast “stint status”', () => {
  it('loads no package that the command does without', () => {
    const roots = ['./main.ts', './run-cli.ts', './commands/status.ts', '../platform/transport/http-client.ts']
    expect(packagesReachedFrom(...roots)).toEqual([
      '@orpc/client',
      '@orpc/client/standard',
      '@orpc/standard-server-node',
      'commander',
      'temporal-polyfill',
    ])
  })

  it('would notice zod and the database', () => {
    expect(packagesReachedFrom('./connect/open-own.ts')).toEqual(expect.arrayContaining(['zod', 'better-sqlite3']))
  })
})
