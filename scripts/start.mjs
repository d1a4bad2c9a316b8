// `npm start`: set up, build what is out of date, run Stint.
import path from 'node:path'
import { build, root, runMain, runPinned, say, setup } from './setup.mjs'

await runMain(async () => {
  await setup()
  build()
  say('The desktop shell is not part of this version; serving to your browser instead.')
  // A browser window only for a person who is looking: not in CI, not where the output goes to a file or a script.
  const open = process.stdout.isTTY && !process.env['CI'] ? ['--open'] : []
  // The person's own arguments come last, so that theirs win.
  const args = ['serve', '--any-port-if-taken', ...open, ...process.argv.slice(2)]
  // As bin/stint does, and why, is said there.
  return runPinned(['--max-semi-space-size=4', path.join(root, 'out', 'cli', 'stint.js'), ...args])
})
