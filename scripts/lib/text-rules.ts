/**
 * Rules about text that the linter cannot express. Each has a planted violation, checked by check-text.ts --planted.
 * Patterns are written so that they do not match themselves.
 */
export interface TextRule {
  name: string
  why: string
  pattern: RegExp
  applies(file: string): boolean
  plant: { file: string; text: string }
}

const isPure = (file: string) => /^src\/(core|shared)\//.test(file) && !/\.test\.ts$/.test(file)
const isCode = (file: string) => /\.(ts|tsx|mjs|cjs|sh)$/.test(file) || file === 'bin/stint'
const isSource = (file: string) => /^src\//.test(file) && isCode(file)
const everywhere = (file: string) => file !== 'package-lock.json'

export const textRules: TextRule[] = [
  {
    name: 'core-reads-no-clock',
    why: 'core and shared get the time from the clock port',
    pattern: /\bDate\.now\b|\bnew Date\(|\bperformance\.now\b|\bTemporal\.Now\b/,
    applies: isPure,
    plant: { file: 'src/core/domain/x.ts', text: 'const nowMs = Date.now()' },
  },
  {
    name: 'core-throws-no-dice',
    why: 'core and shared get ids and randomness from the ids port',
    pattern: /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/,
    applies: isPure,
    plant: { file: 'src/shared/x.ts', text: 'const id = Math.random()' },
  },
  {
    name: 'core-sets-no-timers',
    why: 'core and shared get timers from the scheduler port',
    pattern: /\b(setTimeout|setInterval|setImmediate|queueMicrotask)\b/,
    applies: isPure,
    plant: { file: 'src/core/app/x.ts', text: 'setTimeout(run, 1000)' },
  },
  {
    name: 'core-knows-no-process',
    why: 'core and shared know neither environment nor streams',
    pattern: /\bprocess\.\w|\bglobalThis\.|\bconsole\./,
    applies: isPure,
    plant: { file: 'src/core/app/x.ts', text: "if (process.env['X']) run()" },
  },
  {
    name: 'no-day-arithmetic',
    why: 'a local day may last 23, 24.5 or 25 hours: go through src/shared/zone',
    pattern: /\b86_?400_?000\b|[+-] ?24 \* (?:60 \* 60 \* 1_?000|3_?600_?000)\b/,
    applies: (file) => isSource(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('src/shared/zone/'),
    plant: { file: 'src/core/domain/x.ts', text: 'const tomorrowMs = todayMs + 86_400_000' },
  },
  {
    name: 'no-silent-compiler',
    why: 'the compiler is answered, not silenced',
    pattern: /@ts-(?:ignore|nocheck)\b|\beslint-disable\b/,
    applies: (file) => isCode(file) && !file.startsWith('scripts/lib/text-rules'),
    plant: { file: 'src/cli/x.ts', text: '// @ts-ignore' },
  },
  {
    name: 'no-notes-to-self',
    why: 'what is left to do stands in an issue',
    pattern: /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/,
    applies: everywhere,
    plant: { file: 'docs/x.md', text: 'TO' + 'DO: later' },
  },
  {
    name: 'no-machine-paths',
    why: 'a path of one machine is wrong on every other',
    pattern: /(?<![\w.])\/(?:wo[r]k|ro[o]t|ho[m]e\/(?!\.\.\.)\w+|Use[r]s\/\w+)\/|[A-Z]:\\+Use[r]s\\/,
    applies: (file) => everywhere(file) && !file.startsWith('tests/fixtures/'),
    plant: { file: 'README.md', text: 'see /ho' + 'me/ann/stint' },
  },
  {
    name: 'no-registry-hosts',
    why: 'each machine has its own registry',
    pattern: /\b(?:registry\.(?:npm|yarnpkg)\w*\.\w+|npm\.pkg\.github\.com)\b/,
    applies: () => true,
    plant: { file: 'package-lock.json', text: '"resolved": "https://registry.npm' + 'js.org/zod"' },
  },
  {
    name: 'no-secrets',
    why: 'keys and tokens never enter the repository',
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bAKIA[0-9A-Z]{16}\b|\bxox[baprs]-[0-9A-Za-z-]{20,}/,
    applies: () => true,
    plant: { file: 'docs/x.md', text: `gh${'p_'}${'a'.repeat(36)}` },
  },
]
