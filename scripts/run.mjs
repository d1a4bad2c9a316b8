// Runs a TypeScript script of this folder with the pinned Node, setting up first where needed:
//   node scripts/run.mjs [--build] [--chromium] scripts/NAME.ts [ARGS…]
import path from 'node:path'
import { requireChromium } from './find-chromium.mjs'
import { build, pinnedEnv, root, runMain, runPinned, SetupError, setup } from './setup.mjs'

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
  return runPinned([path.join(root, script), ...args], { env })
})
