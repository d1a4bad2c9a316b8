// Finds a Chromium that really starts, and installs Debian's where that is possible without asking.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SetupError, say } from './setup.mjs'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge']

/**
 * @returns {{ path: string, version: string } | null} the first Chromium, Chrome or Edge that answers `--version`;
 *   STINT_CHROMIUM, where set, is the only candidate.
 */
export function findChromium() {
  const wanted = process.env['STINT_CHROMIUM']
  for (const candidate of wanted ? [wanted] : candidates()) {
    const version = versionOf(candidate)
    if (version !== null) return { path: candidate, version }
  }
  return null
}

/** Like findChromium, but installs Debian's package where apt-get may be used, and fails with the command otherwise. */
export function requireChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env['STINT_CHROMIUM']) {
    throw new SetupError(
      `STINT_CHROMIUM names a file that does not start: ${process.env['STINT_CHROMIUM']}`,
      'Correct the variable, or unset it to let Stint look for an installed Chromium.',
    )
  }
  if (installWithApt()) {
    const installed = findChromium()
    if (installed) return installed
  }
  throw new SetupError('The browser tests need Chromium, and none was found.', `Install it with: ${installHint()}`)
}

function candidates() {
  const found = []
  for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) found.push(path.join(dir, name))
  }
  for (const name of names) found.push(path.join('/usr/bin', name))
  found.push(
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    path.join(os.homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  )
  for (const base of [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]) {
    if (base) found.push(path.join(base, 'Google/Chrome/Application/chrome.exe'))
  }
  return [...found, ...fromPlaywright()].filter((file) => existsSync(file))
}

function fromPlaywright() {
  const home = os.homedir()
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    path.join(home, '.cache/ms-playwright'),
    path.join(home, 'Library/Caches/ms-playwright'),
    process.env['LOCALAPPDATA'] && path.join(process.env['LOCALAPPDATA'], 'ms-playwright'),
  ]
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ]
  const found = []
  for (const cache of caches) {
    if (!cache || !existsSync(cache)) continue
    const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
    for (const build of builds.sort().reverse()) {
      for (const file of inside) found.push(path.join(cache, build, file))
    }
  }
  return found
}

/**
 * Ubuntu ships a `chromium-browser` that only prints how to get the snap, so a file that exists proves nothing.
 * @param {string} file
 */
function versionOf(file) {
  // Chrome on Windows opens a window for --version; there the file's existence has to do.
  if (process.platform === 'win32') return existsSync(file) ? 'installed' : null
  const run = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return /\b(\d+\.\d+\.\d+\.\d+)\b/.exec(run.stdout ?? '')?.[1] ?? null
}

function installWithApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const prefix = aptPrefix()
  if (prefix === null) return false
  say('Installing Chromium with apt-get (for the browser tests) …')
  /** @param {string[]} args */
  const apt = (args) => {
    const command = [...prefix, 'apt-get', ...args]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(command[0] ?? '', command.slice(1), { env, stdio: ['ignore', 2, 2] }).status === 0
  }
  // An update that fails is no reason to stop: the package may be in the lists that are there already.
  if (!apt(['update', '-qq'])) say('apt-get update failed; trying with the package lists that are there.')
  return apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}

/** @returns {string[] | null} what to put before apt-get; null where it would have to ask for a password */
function aptPrefix() {
  if (process.getuid?.() === 0) return []
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
  return sudo.status === 0 ? ['sudo', '-n'] : null
}

/** @returns {string} the command that installs a Chromium on this machine */
export function installHint() {
  if (process.platform === 'darwin') return 'brew install --cask google-chrome'
  if (process.platform === 'win32') return 'winget install Google.Chrome'
  if (existsSync('/usr/bin/apt-get')) return 'sudo apt-get update && sudo apt-get install chromium'
  if (existsSync('/usr/bin/dnf')) return 'sudo dnf install chromium'
  if (existsSync('/usr/bin/pacman')) return 'sudo pacman -S chromium'
  return 'npx playwright install chromium'
}
