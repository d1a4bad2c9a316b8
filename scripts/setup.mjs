// Set-up shared by `npm start`, `npm test`, `npm run …` and bin/stint.
// Plain JavaScript without dependencies: on a fresh clone it runs on whatever Node (≥ 20) the machine has.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const isWindows = process.platform === 'win32'

/** The pinned Node, whichever Node runs this script. */
export const pinnedNode = path.join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

const modulesDir = path.join(root, 'node_modules')
const stampFile = path.join(modulesDir, '.stint-setup')
const lockFile = path.join(root, 'package-lock.json')

/** A failure a person can act on: one line what happened, one line what to do. */
export class SetupError extends Error {
  /**
   * @param {string} what
   * @param {string} todo
   */
  constructor(what, todo) {
    super(what)
    this.todo = todo
  }
}

/**
 * Runs `main` and turns its outcome into the exit code; set-up failures become two plain lines.
 * @param {() => number | Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`stint: ${error.message}\n       ${error.todo}\n`)
    process.exitCode = 1
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Makes the checkout ready to run: dependencies as locked and the pinned Node. Does nothing, and needs no network,
 * when they are there already.
 */
export async function setup() {
  requireNode20()
  if (isReady()) return
  const release = await takeGuard('set-up')
  try {
    if (isReady()) return
    if (!isInstalled()) installDependencies()
    if (pinnedNodeVersion() !== wantedNodeVersion()) installPinnedNode()
    requireNativeModule()
    writeFileSync(stampFile, stampText())
  } finally {
    release()
  }
}

/** The environment for child processes: the pinned Node comes first in PATH. */
export function pinnedEnv() {
  const bin = path.join(modulesDir, '.bin')
  const direct = path.dirname(pinnedNode)
  return withPath([bin, direct, process.env.PATH ?? ''].join(path.delimiter))
}

/**
 * Windows spells the variable `Path`; two spellings in one environment would leave it to chance which one counts.
 * @param {string} value
 * @returns {NodeJS.ProcessEnv}
 */
function withPath(value) {
  const rest = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH')
  return { ...Object.fromEntries(rest), PATH: value }
}

function requireNode20() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 20) return
  throw new SetupError(
    `Node ${process.versions.node} is too old; Stint needs Node 20 or newer to set itself up.`,
    'Install a newer Node (your package manager, or nodejs.org) and run the same command again.',
  )
}

function isReady() {
  if (!existsSync(pinnedNode) || !existsSync(stampFile)) return false
  return readFileSync(stampFile, 'utf8') === stampText()
}

function stampText() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  return `${JSON.stringify({ lock, platform: process.platform, arch: process.arch })}\n`
}

/**
 * npm keeps a hidden lockfile of what it installed. Comparing with it, instead of trusting only our stamp, spares a
 * contributor who ran `npm install` by hand a second installation.
 */
function isInstalled() {
  const hidden = path.join(modulesDir, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = readPackages(lockFile)
  const present = readPackages(hidden)
  return Object.entries(wanted).every(([name, wants]) => {
    if (name === '' || wants.optional || wants.peer) return true
    return present[name]?.version === wants.version && existsSync(path.join(root, name, 'package.json'))
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

function installDependencies() {
  say('Installing dependencies (first run, or package-lock.json changed) …')
  // --include=dev: the pinned Node and the build tools are devDependencies, wanted under NODE_ENV=production as well.
  const status = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status === 0) return
  throw new SetupError(
    `"npm ci" failed (exit ${status}); its message is above.`,
    'Check the network connection (only this first run needs one) and run the same command again.',
  )
}

function installPinnedNode() {
  const version = wantedNodeVersion()
  say(`Installing the pinned Node ${version} …`)
  // Install scripts are off in .npmrc; this is the one that is wanted.
  const status = npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])
  const found = pinnedNodeVersion()
  if (status === 0 && found === version) return
  throw new SetupError(
    `Node ${version} could not be installed (${found === null ? 'it does not start here' : `found ${found}`}).`,
    'Check the network connection and free disk space, then run the same command again.',
  )
}

function requireNativeModule() {
  const code = "const D = require('better-sqlite3'); new D(':memory:').close()"
  const run = spawnSync(pinnedNode, ['-e', code], { cwd: root, encoding: 'utf8' })
  if (run.status === 0) return
  throw new SetupError(
    `The database module does not load on ${process.platform}-${process.arch}: ${lastLine(run.stderr ?? '')}`,
    'Run "npm run doctor" for details; Stint runs on Linux (glibc), macOS and Windows, x64 and arm64.',
  )
}

/** @returns {string} */
function wantedNodeVersion() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.node
}

/** @returns {string | null} null where it is missing or does not start */
export function pinnedNodeVersion() {
  if (!existsSync(pinnedNode)) return null
  try {
    return execFileSync(pinnedNode, ['--version'], { encoding: 'utf8', timeout: 20_000 }).trim().replace(/^v/, '')
  } catch {
    return null // does not start: the caller reports it with the wanted version
  }
}

/**
 * Runs the machine's npm on this checkout.
 * @param {string[]} args
 * @returns {number}
 */
function npm(args) {
  // No node_modules/.bin in PATH: `npm ci` would delete the very Node it runs on.
  const kept = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((dir) => !/node_modules[\\/]\.bin[\\/]?$/.test(dir))
  const env = withPath(kept.join(path.delimiter))
  for (const name of Object.keys(env)) {
    // Set by an npm that called us; they would point this npm at another project's folder or lifecycle.
    if (
      /^npm_(package_|lifecycle_)/.test(name) ||
      /^npm_config_(local_prefix|global|dev|production|omit)$/i.test(name)
    ) {
      delete env[name]
    }
  }
  // Both streams go to stderr: stdout belongs to the command the person typed (`stint list --json`).
  const run = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  })
  if (run.error) {
    throw new SetupError('npm was not found.', 'Install npm (it comes with Node) and run the same command again.')
  }
  return run.status ?? 1
}

/**
 * Two first runs at the same time must not both install into node_modules, nor both replace out/.
 * @param {'set-up' | 'build'} work
 * @returns {Promise<() => void>} the release
 */
export async function takeGuard(work) {
  const guardFile = path.join(root, '.cache', `${work}.lock`)
  mkdirSync(path.dirname(guardFile), { recursive: true })
  const mine = `${guardFile}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    for (let tries = 0; ; tries++) {
      try {
        linkSync(mine, guardFile) // atomic, and the file has its content from its first moment on
        return () => rmSync(guardFile, { force: true })
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
      if (!ownerIsAlive(guardFile)) {
        rmSync(guardFile, { force: true })
        continue
      }
      if (tries === 0) say(`Another ${work} of this checkout is running; waiting for it …`)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/**
 * A process that was killed leaves its file behind, and in a container its number soon belongs to somebody else: such a
 * number must not be waited for.
 * @param {string} guardFile
 */
function ownerIsAlive(guardFile) {
  try {
    const pid = Number(readFileSync(guardFile, 'utf8'))
    const ageMs = Date.now() - statSync(guardFile).mtimeMs
    if (pid === process.pid || ageMs > 30 * 60_000) return false
    process.kill(pid, 0)
    const command = `/proc/${pid}/cmdline`
    return !existsSync(command) || /scripts[\\/]\w+\.mjs/.test(readFileSync(command, 'utf8'))
  } catch (error) {
    return errorCode(error) === 'EPERM' // someone else's process; ESRCH and ENOENT: it ended meanwhile
  }
}

/** @param {unknown} error */
function errorCode(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code
}

/** @param {string} text */
function lastLine(text) {
  return (
    text
      .trim()
      .split('\n')
      .find((line) => /error/i.test(line)) ??
    text.trim().split('\n').at(-1) ??
    ''
  )
}

/** @typedef {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} RunOptions */

/**
 * Runs a child to its end as if it were this process: signals go to it, its exit code comes back.
 * @param {string[]} args for the pinned Node
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code; 128 + n where signal n ended it
 */
export function runPinned(args, options = {}) {
  return run(pinnedNode, args, options)
}

/**
 * As `runPinned`, for another program.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { env: pinnedEnv(), stdio: 'inherit', ...options })
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  process.on('SIGINT', () => {
    // From a terminal Ctrl+C reaches the child too; sending it again would look like an impatient second one.
    if (process.stdin.isTTY) setTimeout(() => child.kill('SIGTERM'), 2000).unref()
    else child.kill('SIGINT')
  })
  // npm puts a shell between itself and us, and a SIGTERM to npm ends that shell only: nobody tells us, but our parent
  // changes. Without this the child would run on after `npm start` is gone.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 100)
  watch.unref()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 128 + os.constants.signals[signal] : (code ?? 1)))
  })
}

/**
 * Builds what is out of date, with the pinned Node. Output goes to stderr.
 * @param {string[]} args
 */
export function build(args = []) {
  const script = path.join(root, 'scripts', 'build.mjs')
  const run = spawnSync(pinnedNode, [script, ...args], { cwd: root, env: pinnedEnv(), stdio: ['ignore', 2, 2] })
  if (run.status === 0) return
  throw new SetupError(
    'The build failed; its message is above.',
    'Mend the file it names, or run "git status" to see what differs.',
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    await setup()
    if (process.argv.includes('--build')) build()
    return 0
  })
}
