import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findElectron } from './find-electron.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stint-electron-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function install(): void {
  mkdirSync(path.join(folder, 'dist'))
  writeFileSync(path.join(folder, 'dist', 'electron'), '')
  writeFileSync(path.join(folder, 'path.txt'), 'electron')
}

it('says how to get Electron where it is missing or half installed', () => {
  const missing = { found: false, why: expect.stringContaining('npx install-electron') }
  expect(findElectron({ DISPLAY: ':0' }, 'linux', folder)).toEqual(missing)
  writeFileSync(path.join(folder, 'path.txt'), 'electron')
  expect(findElectron({ DISPLAY: ':0' }, 'linux', folder)).toEqual(missing)
})

it('wants a screen on Linux, and takes X11 and Wayland alike', () => {
  install()
  const program = path.join(folder, 'dist', 'electron')
  expect(findElectron({}, 'linux', folder)).toMatchObject({ found: false, why: expect.stringContaining('no screen') })
  expect(findElectron({ DISPLAY: ':0' }, 'linux', folder)).toEqual({ found: true, path: program })
  expect(findElectron({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', folder)).toEqual({ found: true, path: program })
  expect(findElectron({}, 'darwin', folder)).toEqual({ found: true, path: program })
})
