import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { electronRules } from '../../scripts/lib/electron-rules.ts'
import { fusesFor } from '../../scripts/packaging/fuses.ts'
import { root } from '../../scripts/setup.mjs'
import { PAGE_POLICY } from '../../src/main/protocol/page-headers.ts'

/* docs/security.md says which command or test shows each promise. Here it is held to what is really there. */

const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
const doc = text('docs/security.md')

function section(heading: string): string {
  const start = doc.indexOf(`\n## ${heading}\n`)
  expect(start, `no section "${heading}"`).toBeGreaterThan(-1)
  const end = doc.indexOf('\n## ', start + 1)
  return doc.slice(start, end === -1 ? undefined : end)
}

/** The cells of each row of the tables in `part`, without heads. */
function rows(part: string): string[][] {
  return part
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
}

const isFile = (span: string) => /^(src|tests|scripts|\.github)\/\S+\.(ts|yml)$/.test(span)
const checklist = rows(section('Electron’s checklist'))
const shownBy = checklist.map((cells) => [cells[0] ?? '', cells.at(-1) ?? ''] as const)

describe('docs/security.md', () => {
  it('has a row for each of the twenty items of the checklist, and for what was added to it', () => {
    const numbers = checklist.map(([number]) => number)
    const twenty = Array.from({ length: 20 }, (_, index) => String(index + 1))
    expect(numbers.filter((number) => number !== '+' && number !== '#')).toEqual(twenty)
    expect(numbers.filter((number) => number === '+').length).toBeGreaterThanOrEqual(7)
  })

  it.each(shownBy.filter(([number]) => number !== '#'))('row %s names something that is there: %s', (_, cell) => {
    const spans = [...cell.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)
    expect(spans.length, 'names no command and no test').toBeGreaterThan(0)
    for (const span of spans) {
      const [, rule] = /^rule (\S+)$/.exec(span) ?? []
      const [, script] = /^npm run (\S+)$/.exec(span) ?? []
      if (rule !== undefined) expect(electronRules.map(({ name }) => name)).toContain(rule)
      else if (script !== undefined) expect(Object.keys(packageJson.scripts)).toContain(script)
      else expect(isFile(span) && existsSync(path.join(root, span)), span).toBe(true)
    }
    // “title” after a file: that test is in that file.
    for (const [, file = '', title = ''] of cell.matchAll(/`([^`]+)` “([^”]+)”/g)) {
      expect(isFile(file) ? text(file) : '', file).toContain(title)
    }
    expect([...cell.matchAll(/“/g)].length).toBe([...cell.matchAll(/`[^`]+` “/g)].length)
  })

  it('names no file and no test elsewhere that is not there', () => {
    const spans = [...doc.matchAll(/`([^`\s]+)`/g)].map(([, span = '']) => span).filter(isFile)
    expect(spans.length).toBeGreaterThan(10)
    for (const span of spans) expect(existsSync(path.join(root, span)), span).toBe(true)
  })

  it('lists every rule of the static check', () => {
    for (const { name } of electronRules) expect(doc).toContain(`\`rule ${name}\``)
  })

  it('quotes the policy of the windows as it is sent', () => {
    const quoted = section('What the page may do in a window').match(/^ {4}.*$/gm) ?? []
    expect(quoted.map((line) => line.trim()).join(' ')).toBe(PAGE_POLICY)
  })

  it('lists the fuses as the packages have them', () => {
    const listed = rows(section('Fuses'))
      .slice(1)
      .map(([name, state]) => [name, state])
    const fuses = Object.entries(fusesFor('win32')).filter(([key]) => /^\d+$/.test(key))
    expect(listed).toEqual(fuses.map(([key, on]) => [FuseV1Options[Number(key)], on ? 'on' : 'off']))
  })
})
