import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../setup.mjs'
import type { TextRule } from './text-rules.ts'

/**
 * Searches every file of the repository, also those not yet committed.
 * @returns the exit code: 1 where a rule is broken, or where nothing was searched
 */
export function checkTree(rules: readonly TextRule[]): number {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  const files = listed
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(root, file)))
  let found = 0
  let searched = 0
  for (const file of files) {
    const own = rules.filter((rule) => rule.applies(file))
    if (own.length === 0) continue
    const bytes = readFileSync(path.join(root, file))
    if (bytes.includes(0)) continue // binary
    searched++
    for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
      for (const rule of own) {
        if (!rule.pattern.test(line)) continue
        found++
        print(`${rule.name}: ${file}:${index + 1}: ${line.trim().slice(0, 120)}\n  ${rule.why}`)
      }
    }
  }
  print(`${searched} files, ${rules.length} rules, ${found} violations`)
  return found === 0 && searched > 0 ? 0 : 1
}

/** @returns the exit code: 1 where a rule does not catch what was planted for it */
export function checkPlanted(rules: readonly TextRule[]): number {
  let missed = 0
  for (const { name, applies, pattern, plant } of rules) {
    const ok = applies(plant.file) && pattern.test(plant.text)
    if (!ok) missed++
    print(`${ok ? 'caught' : 'MISSED'}  ${name}`)
  }
  return missed === 0 ? 0 : 1
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
