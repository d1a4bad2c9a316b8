// `npm run doctor`: is this machine and this checkout able to run Stint? Then asks `stint doctor` about the profile.
// Plain JavaScript without dependencies: it must run where nothing else does.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { findChromium, installHint } from './find-chromium.mjs'
import { findElectron } from './find-electron.mjs'
import { build, pinnedEnv, pinnedNode, pinnedNodeVersion, root, runMain, SetupError, setup } from './setup.mjs'

let worst = 0

await runMain(async () => {
  line('ok', 'Machine', `${os.type()} ${os.release()}, ${process.arch}, ${os.availableParallelism()} processors`)
  line('ok', 'Node of this machine', process.versions.node)
  await attempt('Set-up', () => setup())
  const pinned = pinnedNodeVersion()
  if (pinned === null) line('bad', 'Pinned Node', 'missing; "npm start" installs it')
  else line('ok', 'Pinned Node', pinned)
  if (pinned !== null) checkDatabaseModule()
  await attempt('Build', () => build())
  checkElectron()
  checkChromium()
  await checkPorts()
  if (worst < 2 && existsSync(path.join(root, 'out/cli/stint.js'))) askStint()
  return worst < 2 ? 0 : 1
})

/**
 * @param {string} name
 * @param {() => void | Promise<void>} work
 */
async function attempt(name, work) {
  try {
    await work()
    line('ok', name, 'complete')
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    line('bad', name, `${error.message} ${error.todo}`)
  }
}

function checkDatabaseModule() {
  const code =
    "const D = require('better-sqlite3'); process.stdout.write(new D(':memory:').prepare('select sqlite_version()').pluck().get())"
  const run = spawnSync(pinnedNode, ['-e', code], { cwd: root, encoding: 'utf8' })
  if (run.status === 0) line('ok', 'Database module', `SQLite ${run.stdout}`)
  else
    line(
      'bad',
      'Database module',
      `does not load on ${process.platform}-${process.arch}: ${run.stderr.trim().split('\n').at(-1)}`,
    )
}

function checkElectron() {
  const electron = findElectron()
  if (electron.found) line('ok', 'Electron (desktop)', electron.path)
  else line('note', 'Electron (desktop)', `${electron.why} Until then Stint is served to your browser.`)
}

function checkChromium() {
  const found = findChromium()
  if (found) line('ok', 'Chromium (tests)', `${found.version}, ${found.path}`)
  else line('note', 'Chromium (tests)', `not found; only the browser tests need it: ${installHint()}`)
}

async function checkPorts() {
  const any = await listens(0)
  if (any !== null) line('bad', 'Loopback', `cannot listen on 127.0.0.1 (${any}); a firewall or sandbox forbids it`)
  else line('ok', 'Loopback', 'can listen on 127.0.0.1')
  const usual = await listens(8080)
  if (usual === null) line('ok', 'Port 8080', 'free')
  else
    line(
      'note',
      'Port 8080',
      `not free (${usual}); "npm start" takes another one, "stint serve --port N" a certain one`,
    )
}

/**
 * @param {number} port
 * @returns {Promise<string | null>} the error's code, or null
 */
function listens(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)))
  })
}

function askStint() {
  process.stdout.write('\nstint doctor\n')
  const args = [path.join(root, 'out/cli/stint.js'), 'doctor', ...process.argv.slice(2)]
  const run = spawnSync(pinnedNode, args, { cwd: root, env: pinnedEnv(), stdio: 'inherit' })
  if (run.status !== 0) worst = 2
}

/**
 * @param {'ok' | 'note' | 'bad'} grade
 * @param {string} name
 * @param {string} text
 */
function line(grade, name, text) {
  worst = Math.max(worst, ['ok', 'note', 'bad'].indexOf(grade))
  process.stdout.write(`${{ ok: 'ok   ', note: 'note ', bad: 'BAD  ' }[grade]} ${name.padEnd(22)} ${text}\n`)
}
