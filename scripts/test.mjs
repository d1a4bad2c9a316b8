// `npm test`: set up, then everything CI runs. All suites run, whatever fails; the last line is the sum.
// Plain JavaScript without dependencies: on a fresh clone it runs on whatever Node (≥ 20) the machine has.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { requireChromium } from './find-chromium.mjs'
import { build, pinnedEnv, root, runMain, runPinned, SetupError, say, setup } from './setup.mjs'

const tallies = path.join(root, '.cache', 'test')
const builtCli = path.join(root, 'out/cli/stint.js')
const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const notGreen = []

await runMain(async () => {
  const ready = await attempt('set-up', setup)
  if (!ready) return finish()
  // Without a browser or a build the suites that need it fail; the others still have something to say.
  await attempt('Chromium', () => {
    const chromium = requireChromium()
    say(`Chromium ${chromium.version}: ${chromium.path}`)
    process.env['STINT_CHROMIUM'] = chromium.path
  })
  await attempt('build', () => build())
  rmSync(tallies, { recursive: true, force: true })
  mkdirSync(tallies, { recursive: true })

  heading('check')
  const check = await runPinned([path.join(root, 'scripts/check.ts')])
  if (check !== 0) notGreen.push('check')
  if (check > 128) return finish()

  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=./scripts/reporters/vitest-tally.ts']
  // Above 128 a signal ended it: somebody wants the run to stop, not to go on with the next suite.
  if ((await suite('vitest', [vitest, 'run', ...reporters])) > 128) return finish()

  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')
  await suite('playwright', [playwright, 'test'])
  return finish()
})

/**
 * @param {string} name
 * @param {() => void | Promise<void>} work
 */
async function attempt(name, work) {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(`stint: ${error.message}\n       ${error.todo}`)
    notGreen.push(name)
    return false
  }
}

/**
 * Runs one test runner and adds up what its tally says.
 * @param {string} name
 * @param {string[]} args
 */
async function suite(name, args) {
  heading(name)
  const file = path.join(tallies, `${name}.json`)
  // Each has its own idea of how colours are switched off, and warns about the other's.
  const plain = name === 'playwright' ? { FORCE_COLOR: '0' } : { NO_COLOR: '1' }
  // The command line as it was just built: what people run, and it starts several times quicker than from source.
  const built = existsSync(builtCli) ? { STINT_CLI_ENTRY: builtCli } : {}
  const env = { ...pinnedEnv(), ...plain, ...built, STINT_TALLY: file }
  const code = await runPinned(args, { env })
  /** @type {import('./lib/tally.ts').Tally} */
  const tally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] }
  total.passed += tally.passed
  total.failed += tally.failed
  total.skipped += tally.skipped.length
  for (const { name: test, reason } of tally.skipped) {
    process.stdout.write(`skipped: ${test}: ${reason ?? 'NO REASON GIVEN'}\n`)
    // A test nobody can say why it does not run is a test that is missing.
    if (reason === null) notGreen.push(`a test skipped without a reason (${test})`)
  }
  if (tally.passed + tally.failed === 0) notGreen.push(`${name} (ran no test)`)
  else if (code !== 0 || tally.failed > 0) notGreen.push(name)
  return code
}

function finish() {
  heading('sum')
  if (notGreen.length > 0) process.stdout.write(`Not green: ${notGreen.join(', ')}\n`)
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
  return notGreen.length === 0 ? 0 : 1
}

/** @param {string} text */
function heading(text) {
  process.stdout.write(`\n=== ${text}\n`)
}
