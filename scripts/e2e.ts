/**
 * `npm run test:e2e`: the browser tests against what is in out/. Arguments go to Playwright: `npm run test:e2e -- -g timer`.
 * With STINT_E2E_DISPLAY=xvfb the desktop's windows are on a display: the one that is there, else one of Xvfb's.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './setup.mjs'

const playwright = [
  process.execPath,
  path.join(root, 'node_modules/@playwright/test/cli.js'),
  'test',
  ...process.argv.slice(2),
]
const wantsXvfb = process.env['STINT_E2E_DISPLAY'] === 'xvfb' && !process.env['DISPLAY']
const xvfb = ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1080x24']
const [program = '', ...args] = wantsXvfb ? [...xvfb, ...playwright] : playwright
const run = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
if (run.error !== undefined && wantsXvfb)
  process.stderr.write('stint: STINT_E2E_DISPLAY=xvfb needs xvfb-run (Debian: apt install xvfb).\n')
process.exitCode = run.status ?? 1
