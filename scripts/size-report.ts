/**
 * How big the files are. Fails where one in src is over 400 lines, a test over 500, or under 90 % are within 250 lines;
 * the rest is to be looked at. `--list` names every file.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesUnder, isTest } from './lib/source-files.ts'
import { root } from './setup.mjs'

const limits = { source: 400, test: 500, usual: 250, usualShare: 0.9 }

interface Sized {
  file: string
  lines: number
  text: string
}

const all = [...filesUnder('src', ['.ts', '.tsx']), ...filesUnder('tests', ['.ts', '.tsx'])].map(measure)
const tests = all.filter(({ file }) => isTest(file) || file.startsWith('tests/'))
const sources = all.filter(({ file }) => file.startsWith('src/') && !isTest(file)).sort((a, b) => b.lines - a.lines)

const tooLong = [
  ...sources.filter(({ lines }) => lines > limits.source).map((one) => ({ ...one, limit: limits.source })),
  ...tests.filter(({ lines }) => lines > limits.test).map((one) => ({ ...one, limit: limits.test })),
]
const usualShare = sources.filter(({ lines }) => lines <= limits.usual).length / Math.max(1, sources.length)
const anys = sources.reduce((sum, { text }) => sum + (codeOf(text).match(/(?::|<|\bas) ?any\b/g) ?? []).length, 0)
const sum = (files: Sized[]) => files.reduce((total, { lines }) => total + lines, 0)

print(`src      ${sources.length} files, ${sum(sources)} lines; ${tests.length} test files, ${sum(tests)} lines`)
print(`lines    median ${atShare(0.5)}, 90th percentile ${atShare(0.9)}, longest ${sources[0]?.lines ?? 0}`)
print(`≤ ${limits.usual}    ${(usualShare * 100).toFixed(1)} % (wanted ${limits.usualShare * 100} %)`)
print(`test:src ${(sum(tests) / Math.max(1, sum(sources))).toFixed(2)}; any: ${anys}`)
print(
  `longest  ${sources
    .slice(0, 5)
    .map(({ file, lines }) => `${file} ${lines}`)
    .join(', ')}`,
)
if (process.argv.includes('--list'))
  for (const { file, lines } of sources) print(`${String(lines).padStart(5)}  ${file}`)
for (const { file, lines, limit } of tooLong) print(`error: ${file} has ${lines} lines; at most ${limit}: split it`)

process.exitCode = tooLong.length === 0 && usualShare >= limits.usualShare && anys === 0 ? 0 : 1

function measure(file: string): Sized {
  const text = readFileSync(path.join(root, file), 'utf8')
  return { file, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
}

/** Without comments, where "any" is a word. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

/** The line count that `share` of the files do not exceed. */
function atShare(share: number): number {
  const ascending = sources.map(({ lines }) => lines).sort((a, b) => a - b)
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
