// Runs a TypeScript script of this folder with the pinned Node, setting up first where needed:
//   node scripts/run.mjs [--build] [--chromium] scripts/NAME.ts [ARGS…]
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { requireChromium } from './find-chromium.mjs'
import { build, pinnedEnv, pinnedNode, root, runMain, SetupError, setup } from './setup.mjs'

await runMain(async () => {
  const args = process.argv.slice(2)
  const flags = new Set()
  while (args[0]?.startsWith('--')) flags.add(args.shift())
  const script = args.shift()
  if (!script) throw new SetupError('No script was named.', 'Use one of the commands "npm run" lists.')

  await setup()
  if (flags.has('--build')) build()
  const env = pinnedEnv()
  if (flags.has('--chromium')) env['STINT_CHROMIUM'] = requireChromium().path

  const child = spawn(pinnedNode, [path.join(root, script), ...args], { env, stdio: 'inherit' })
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 128 + os.constants.signals[signal] : (code ?? 1)))
  })
})
