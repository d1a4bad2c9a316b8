/**
 * Who imports whom, checked against .dependency-cruiser.cjs.
 *   node scripts/check-layers.ts            the real tree
 *   node scripts/check-layers.ts --planted  a small tree with one violation per rule: each must be caught by its name
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cruise, ruleNames } from './lib/cruise.ts'
import { allowed, plants, targets } from './lib/layer-plants.ts'
import { filesUnder } from './lib/source-files.ts'
import { root } from './setup.mjs'

process.exitCode = process.argv.includes('--planted') ? await checkPlanted() : checkTree()

function checkTree(): number {
  const { sources, violations } = cruise(root, ['src', 'scripts', 'tests', 'drizzle'].filter(exists))
  // With a compiler it does not know, dependency-cruiser reads no TypeScript at all and reports success.
  const read = new Set(sources)
  const unread = filesUnder('src', ['.ts', '.tsx']).filter((file) => !read.has(file))
  if (read.size < 50 || unread.length > 0) {
    print(
      `Only ${read.size} files were read; not read: ${unread.slice(0, 5).join(', ')}${unread.length > 5 ? ' …' : ''}`,
    )
    return 1
  }
  for (const { rule, severity, from, to } of violations) {
    print(`${severity === 'error' ? 'error' : 'note '} ${rule}: ${from}${from === to ? '' : ` → ${to}`}`)
  }
  const errors = violations.filter(({ severity }) => severity === 'error').length
  print(`${read.size} files, ${errors} forbidden imports`)
  return errors === 0 ? 0 : 1
}

async function checkPlanted(): Promise<number> {
  const tree = path.join(root, '.cache/planted')
  rmSync(tree, { recursive: true, force: true })
  const files = { ...targets, ...allowed, ...Object.fromEntries(plants.map(({ file, code }) => [file, code])) }
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), code)
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(path.join(root, file), path.join(tree, file))
  }
  const { violations } = cruise(tree, ['src', 'tests', 'drizzle'])
  const rules = await ruleNames()
  let failures = 0

  for (const { name } of rules) {
    const own = plants.filter(({ rule }) => rule === name)
    const caught = own.filter(({ file }) =>
      violations.some(({ rule, from, to }) => rule === name && (from === file || to === file)),
    )
    const ok = own.length > 0 && caught.length === own.length
    if (!ok) failures++
    const missed = own.filter((one) => !caught.includes(one)).map(({ file }) => file)
    const problem = own.length === 0 ? 'nothing planted' : `missed ${missed.join(', ')}`
    print(`${ok ? 'caught' : 'MISSED'}  ${name.padEnd(24)} ${ok ? `${own.length} planted` : problem}`)
  }
  for (const { rule, file } of plants) {
    if (!rules.some(({ name }) => name === rule)) {
      failures++
      print(`STALE   ${rule}: planted in ${file}, but no such rule`)
    }
  }
  for (const { rule, from, to } of violations) {
    if (rule !== 'no-orphan' && (from in allowed || (from in targets && !plants.some(({ file }) => file === to)))) {
      failures++
      print(`WIDE    ${rule} forbids what the table allows: ${from} → ${to}`)
    }
  }
  print(failures === 0 ? `${rules.length} rules, each caught its planted violation` : `${failures} failures`)
  return failures === 0 ? 0 : 1
}

function exists(folder: string): boolean {
  return filesUnder(folder, ['.ts', '.tsx', '.mjs']).length > 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
