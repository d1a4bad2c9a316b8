/** Is our Electron at most one major version behind? Asks the registry, so it runs weekly in CI and not in every check. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { electronAgeProblem } from './lib/electron-age.ts'
import { root } from './setup.mjs'

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const ours: string = manifest.devDependencies.electron
const asked = execFileSync('npm', ['view', 'electron', 'dist-tags.latest'], { encoding: 'utf8' }).trim()
const problem = electronAgeProblem(ours, asked)
process.stdout.write(`${problem ?? `Electron ${ours}; the latest is ${asked}`}\n`)
process.exitCode = problem === null ? 0 : 1
