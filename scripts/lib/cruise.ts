import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../setup.mjs'

export interface Violation {
  rule: string
  severity: string
  from: string
  to: string
}

export interface Cruise {
  /** Files read, relative to the folder cruised. */
  sources: string[]
  violations: Violation[]
}

interface CruiseJson {
  modules: { source: string; followable?: boolean; coreModule?: boolean; couldNotResolve?: boolean }[]
  summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] }
}

/** Runs dependency-cruiser with the project's rules over `folders` of `cwd`. */
export function cruise(cwd: string, folders: string[]): Cruise {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = path.join(cwd, '.dependency-cruiser.cjs')
  const args = [tool, '--config', config, '--output-type', 'json', ...folders]
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${run.stderr || run.stdout}`)
  const json = JSON.parse(run.stdout) as CruiseJson
  return {
    sources: json.modules.map((module) => module.source),
    violations: json.summary.violations.map(({ from, to, rule }) => ({
      rule: rule.name,
      severity: rule.severity,
      from,
      to,
    })),
  }
}

/** The names of all rules, and which of them only warn. */
export async function ruleNames(): Promise<{ name: string; severity: string }[]> {
  const config: { default: { forbidden: { name: string; severity: string }[] } } = await import(
    pathToFileURL(path.join(root, '.dependency-cruiser.cjs')).href
  )
  return config.default.forbidden
}
