/** `npm run torture:long`: the torture tests with 200 random kills instead of the suite's few. Takes a while. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './setup.mjs'

const env = { ...process.env, STINT_KILL_ROUNDS: process.env['STINT_KILL_ROUNDS'] ?? '200' }
const cli = path.join(root, 'node_modules/vitest/vitest.mjs')
const args = [cli, 'run', '--project', 'torture', ...process.argv.slice(2)]
const run = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
process.exitCode = run.status ?? 1
