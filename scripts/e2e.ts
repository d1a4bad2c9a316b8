/** `npm run test:e2e`: the browser tests against what is in out/. Arguments go to Playwright: `npm run test:e2e -- -g timer`. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './setup.mjs'

const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
const run = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = run.status ?? 1
