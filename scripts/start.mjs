// `npm start`: set up, build what is out of date, run Stint.
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { build, pinnedEnv, pinnedNode, root, runMain, say, setup } from './setup.mjs'

await runMain(async () => {
  await setup()
  build()
  say('The desktop shell is not part of this version; serving to your browser instead.')
  return serve(process.argv.slice(2))
})

/**
 * @param {string[]} args the person's own arguments, after ours so that theirs win
 * @returns {Promise<number>} the host's exit code
 */
function serve(args) {
  const stint = path.join(root, 'out', 'cli', 'stint.js')
  // A browser window only for a person who is looking: not in CI, not where the output goes to a file or a script.
  const open = process.stdout.isTTY && !process.env['CI'] ? ['--open'] : []
  const host = spawn(pinnedNode, [stint, 'serve', '--any-port-if-taken', ...open, ...args], {
    env: pinnedEnv(),
    stdio: 'inherit',
  })

  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => host.kill(signal))
  }
  process.on('SIGINT', () => {
    // From a terminal Ctrl+C reaches the host too; sending it again would look like an impatient second one.
    if (process.stdin.isTTY) setTimeout(() => host.kill('SIGTERM'), 2000).unref()
    else host.kill('SIGINT')
  })

  return new Promise((resolve, reject) => {
    host.on('error', reject)
    host.on('exit', (code, signal) => resolve(signal ? 128 + os.constants.signals[signal] : (code ?? 1)))
  })
}
