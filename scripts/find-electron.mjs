// Is Electron there, and can it show a window here?
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './setup.mjs'

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} folder Electron's package
 * @returns {{ found: true, path: string } | { found: false, why: string }}
 */
export function findElectron(
  env = process.env,
  platform = process.platform,
  folder = path.join(root, 'node_modules', 'electron'),
) {
  // The file that Electron's installer writes last; a folder without it is half an installation.
  const named = path.join(folder, 'path.txt')
  const program = existsSync(named) ? readFileSync(named, 'utf8').trim() : ''
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(folder, 'dist')
  const found = program === '' ? '' : path.join(dist, program)
  if (found === '' || !existsSync(found)) {
    return {
      found: false,
      why: 'The desktop needs Electron, which is not installed yet ("npx install-electron" gets it).',
    }
  }
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return { found: false, why: 'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).' }
  }
  return { found: true, path: found }
}
