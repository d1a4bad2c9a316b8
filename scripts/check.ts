/**
 * `npm run check`: everything that can be said about the code without running it. All steps run, whatever fails.
 * With names as arguments only those: `npm run check -- types lint`.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './setup.mjs'

interface Step {
  name: string
  args: string[]
  /** What to do when it fails. */
  hint: string
  /** Succeeds too when it has something to tell. */
  tell?: boolean
}

const bin = (file: string) => path.join(root, 'node_modules', file)
const script = (name: string) => path.join(root, 'scripts', name)

const steps: Step[] = [
  { name: 'types', args: [script('types.ts')], hint: 'the compiler names file and line' },
  {
    name: 'lint',
    args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'],
    hint: 'npm run format mends most',
  },
  { name: 'layers', args: [script('check-layers.ts')], hint: 'docs/adr/0001 says who may import whom' },
  { name: 'layers, planted', args: [script('check-layers.ts'), '--planted'], hint: 'a rule no longer bites' },
  { name: 'lint and types, planted', args: [script('check-planted.ts')], hint: 'a rule no longer bites' },
  { name: 'text', args: [script('check-text.ts')], hint: 'scripts/lib/text-rules.ts says why' },
  { name: 'text, planted', args: [script('check-text.ts'), '--planted'], hint: 'a rule no longer bites' },
  { name: 'electron', args: [script('check-electron.ts')], hint: 'docs/security.md has the row' },
  { name: 'electron, planted', args: [script('check-electron.ts'), '--planted'], hint: 'a rule no longer bites' },
  {
    name: 'licences',
    args: [script('check-licences.ts')],
    hint: 'scripts/lib/licence-rule.ts says what may be shipped',
  },
  {
    name: 'unused',
    args: [bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'],
    hint: 'delete it, or use it',
  },
  { name: 'contract', args: [script('check-contract.ts')], hint: 'npm run contract:write, if the change is meant' },
  {
    name: 'providers',
    args: [script('check-providers-doc.ts')],
    hint: 'npm run providers:write; the kit has to be green',
  },
  {
    name: 'migrations',
    args: [script('check-migrations.ts')],
    hint: 'npm run migrations:generate, then npm run migrations:seal',
  },
  { name: 'lockfile', args: [script('check-lockfile.ts')], hint: 'npm run lock:mend' },
  { name: 'sizes', args: [script('size-report.ts')], hint: 'split the file by what it does', tell: true },
]

const wanted = process.argv.slice(2)
const failed: string[] = []
for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const startedAt = performance.now()
  const run = spawnSync(process.execPath, step.args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const ok = run.status === 0
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const output = `${run.stdout}${run.stderr}`.trim()
  const last = output.split('\n').at(-1) ?? ''
  print(
    `${ok ? 'ok  ' : 'FAIL'}  ${step.name.padEnd(24)} ${seconds.padStart(5)} s  ${ok ? (step.tell ? '' : last) : step.hint}`,
  )
  if (!ok || step.tell) print(output.replace(/^/gm, '      '))
  if (!ok) failed.push(step.name)
}

print(failed.length === 0 ? 'check: all is well' : `check: failed: ${failed.join('; ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
