/**
 * docs/providers.md says which adapter passes which scenario of tests/conformance.
 *   node scripts/check-providers-doc.ts           compares it with the tests there are
 *   node scripts/check-providers-doc.ts --write   runs them, and writes it if all are green
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { allProfiles } from '../tests/conformance/profiles/all-profiles.ts'
import { providersDoc } from './lib/providers-doc.ts'
import { root } from './setup.mjs'

const file = path.join(root, 'docs/providers.md')
const listFile = path.join(root, '.cache/conformance.json')
const isWriting = process.argv.includes('--write')

mkdirSync(path.dirname(listFile), { recursive: true })
if (isWriting && vitest(['run', '--project', 'conformance']) !== 0) {
  process.stdout.write('The kit is not green: nothing written\n')
  process.exitCode = 1
} else if (vitest(['list', '--project', 'conformance', '--no-static-parse', `--json=${listFile}`]) !== 0) {
  process.stdout.write('The tests of tests/conformance cannot be listed\n')
  process.exitCode = 1
} else {
  const listed = JSON.parse(readFileSync(listFile, 'utf8')) as { name: string }[]
  const text = providersDoc(
    listed.map(({ name }) => name),
    allProfiles,
  )
  if (isWriting) writeFileSync(file, text)
  const isCurrent = existsSync(file) && readFileSync(file, 'utf8') === text
  process.stdout.write(
    isCurrent
      ? `${listed.length} cases, as committed\n`
      : 'docs/providers.md is out of date: npm run providers:write\n',
  )
  process.exitCode = isCurrent ? 0 : 1
}

function vitest(args: string[]): number {
  const bin = path.join(root, 'node_modules/vitest/vitest.mjs')
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (run.status !== 0) process.stdout.write(`${run.stdout}${run.stderr}`)
  return run.status ?? 1
}
