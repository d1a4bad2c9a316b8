import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { missingForPackage } from './missing-for-package.ts'

const root = mkdtempSync(path.join(tmpdir(), 'stint-missing-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('packaging says in one line what it lacks, the first thing first', () => {
  expect(missingForPackage(root)).toContain('npm run build')
  mkdirSync(path.join(root, 'out/main'), { recursive: true })
  writeFileSync(path.join(root, 'out/main/main.js'), '')
  expect(missingForPackage(root)).toMatch(/^Electron's program is not here: "npx install-electron"[^\n]*$/)
  mkdirSync(path.join(root, 'node_modules/electron'), { recursive: true })
  writeFileSync(path.join(root, 'node_modules/electron/path.txt'), 'electron')
  expect(missingForPackage(root)).toContain('resources/icons')
  mkdirSync(path.join(root, 'resources/icons'), { recursive: true })
  expect(missingForPackage(root)).toBeNull()
})
