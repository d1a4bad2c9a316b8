/** Searches all files of the repository for what scripts/lib/text-rules.ts forbids. `--planted` tests the rules. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { textRules } from './lib/text-rules.ts'
import { root } from './setup.mjs'

process.exitCode = process.argv.includes('--planted') ? checkPlanted() : checkTree()

function checkTree(): number {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  const files = listed
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)))
  let found = 0
  let searched = 0
  for (const file of files) {
    const rules = textRules.filter((rule) => rule.applies(file))
    const bytes = readFileSync(path.join(root, file))
    if (rules.length === 0 || bytes.includes(0)) continue // binary
    searched++
    for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
      for (const rule of rules) {
        if (!rule.pattern.test(line)) continue
        found++
        print(`${rule.name}: ${file}:${index + 1}: ${line.trim().slice(0, 120)}\n  ${rule.why}`)
      }
    }
  }
  print(`${searched} files, ${textRules.length} rules, ${found} violations`)
  return found === 0 && searched > 0 ? 0 : 1
}

function checkPlanted(): number {
  let missed = 0
  for (const { name, applies, pattern, plant } of textRules) {
    const ok = applies(plant.file) && pattern.test(plant.text)
    if (!ok) missed++
    print(`${ok ? 'caught' : 'MISSED'}  ${name}`)
  }
  return missed === 0 ? 0 : 1
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
