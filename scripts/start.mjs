// `npm start`: set up, build what is out of date, run Stint: the desktop where Electron can run, else for a browser.
import path from 'node:path'
import { findElectron } from './find-electron.mjs'
import { build, pinnedEnv, root, run, runMain, runPinned, say, setup } from './setup.mjs'

/** A program that a signal ends so soon has not run: a missing library, a sandbox that this system forbids. */
const STARTED_AFTER_MS = 5000
/** These say something to a server, so one is wanted. */
const FOR_A_SERVER = /^--(?:port|host|json|open|any-port-if-taken)(?:=|$)/

await runMain(async () => {
  await setup()
  build()
  const args = process.argv.slice(2)
  const wanted = args.filter((arg) => arg !== '--headless')
  if (args.length > wanted.length) return serve(wanted)
  const electron = findElectron()
  const isForServer = wanted.some((arg) => FOR_A_SERVER.test(arg))
  if (!electron.found || isForServer) {
    const why = electron.found ? 'These options are those of “stint serve”.' : electron.why
    say(`${why} Serving to your browser instead of opening the desktop.`)
    return serve(wanted)
  }
  const startedAt = performance.now()
  const code = await run(electron.path, [root, ...wanted], { env: desktopEnv() })
  const wasAsked = [2, 15, 1].includes(code - 128)
  if (code <= 128 || wasAsked || performance.now() - startedAt > STARTED_AFTER_MS) return code
  say(`Electron ended at once (signal ${code - 128}); what it says is above. Serving to your browser instead.`)
  return serve(wanted)
})

/**
 * @param {string[]} given the person's own arguments; they come last, so that theirs win
 * @returns {Promise<number>}
 */
function serve(given) {
  // What only a desktop understands.
  const own = given.filter((arg) => arg !== '--hidden')
  // A browser window only for a person who is looking: not in CI, not where the output goes to a file or a script.
  const open = process.stdout.isTTY && !process.env['CI'] ? ['--open'] : []
  const args = ['serve', '--any-port-if-taken', ...open, ...own]
  // As bin/stint does, and why, is said there.
  return runPinned(['--max-semi-space-size=4', path.join(root, 'out', 'cli', 'stint.js'), ...args])
}

/** Set by some editors' terminals; with it Electron is a plain Node and knows no window. */
function desktopEnv() {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = pinnedEnv()
  return env
}
