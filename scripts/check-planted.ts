/** Plants one violation for each linter rule and compiler setting the house relies on, and demands that it is caught. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './setup.mjs'

interface Plant {
  rule: string
  file: string
  code: string
}

const lint: Plant[] = [
  { rule: 'noExplicitAny', file: 'src/cli/any.ts', code: 'export const a: any = 1' },
  { rule: 'noNonNullAssertion', file: 'src/cli/non-null.ts', code: 'export const f = (a: string[]) => a[0]!.length' },
  { rule: 'noDefaultExport', file: 'src/cli/default.ts', code: 'export default 1' },
  { rule: 'useImportExtensions', file: 'src/core/ports/x.ts', code: "import { a } from './any'\nexport const b = a" },
  { rule: 'noBarrelFile', file: 'src/core/ports/index.ts', code: "export { a } from './x.ts'" },
  { rule: 'useImportType', file: 'src/cli/type.ts', code: "import { A } from './a.ts'\nexport const b: A = 1" },
  { rule: 'noConsole', file: 'src/platform/console.ts', code: 'console.log(1)' },
  { rule: 'noRestrictedGlobals', file: 'src/core/domain/timer.ts', code: 'export const f = () => setTimeout(f, 1)' },
  { rule: 'useFilenamingConvention', file: 'src/cli/FooBar.ts', code: 'export const a = 1' },
  { rule: 'noFocusedTests', file: 'src/cli/x.test.ts', code: "import { it } from 'vitest'\nit.only('a', () => {})" },
]

const types: (Plant & { project: 'pure' | 'node' | 'main' | 'web' })[] = [
  { project: 'pure', rule: 'core has no process', file: 'process.ts', code: 'export const a = process.pid' },
  { project: 'pure', rule: 'core has no DOM', file: 'dom.ts', code: 'export const a = document.title' },
  { project: 'pure', rule: 'core has no timers', file: 'timer.ts', code: 'setTimeout(() => {}, 1)' },
  { project: 'node', rule: 'Node has no DOM', file: 'dom.ts', code: 'export const a = document.title' },
  { project: 'node', rule: 'erasableSyntaxOnly', file: 'enum.ts', code: 'export enum A { b }' },
  {
    project: 'node',
    rule: 'noUncheckedIndexedAccess',
    file: 'index-access.ts',
    code: 'export const f = (a: string[]): string => a[0]',
  },
  {
    project: 'node',
    rule: 'exactOptionalPropertyTypes',
    file: 'exact.ts',
    code: 'export const a: { b?: string } = { b: undefined }',
  },
  {
    project: 'main',
    rule: 'calls are Electron’s own',
    file: 'electron.ts',
    code: "import { app } from 'electron'\napp.requestInstanceLock()",
  },
  { project: 'web', rule: 'renderer has no Node', file: 'buffer.ts', code: "export const a = Buffer.from('')" },
]

const missed = [...checkLint(), ...checkTypes()]
process.exitCode = missed.length === 0 ? 0 : 1

function checkLint(): Plant[] {
  // Outside the checkout: in .cache, which git ignores, biome's module graph sees no files.
  const folder = mkdtempSync(path.join(tmpdir(), 'stint-planted-'))
  for (const { file, code } of lint) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), `${code}\n`)
  }
  const settings = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8')) as Record<string, unknown>
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...settings, vcs: { enabled: false } }))
  // a file that resolves, for the rule about extensions
  writeFileSync(path.join(folder, 'src/core/ports/any.ts'), 'export const a = 1\n')
  const bin = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [bin, 'lint', '--colors=off', '--max-diagnostics=none', '.']
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  const lines = `${run.stdout}\n${run.stderr}`.split('\n')
  return lint.filter((plant) => {
    const caught = lines.some((line) => line.startsWith(plant.file) && line.includes(`/${plant.rule} `))
    return !report(plant, caught)
  })
}

function checkTypes(): Plant[] {
  return (['pure', 'node', 'main', 'web'] as const).flatMap((project) => {
    const folder = path.join(root, '.cache/planted-types', project)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const own = types.filter((plant) => plant.project === project)
    for (const { file, code } of own) writeFileSync(path.join(folder, file), `${code}\n`)
    const config = {
      extends: `../../../tsconfig.${project}.json`,
      compilerOptions: { incremental: false },
      include: ['*.ts'],
    }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ ...config, exclude: [] }))
    const args = [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false']
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    return own.filter((plant) => !report(plant, run.stdout.includes(`${plant.file}(`)))
  })
}

function report({ rule }: Plant, ok: boolean): boolean {
  process.stdout.write(`${ok ? 'caught' : 'MISSED'}  ${rule}\n`)
  return ok
}
