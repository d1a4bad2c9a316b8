/**
 * `npm run package:check -- PROGRAM`: the fuses of a packaged program, and whether it starts: its database and page must be
 * found inside the archive, and the command line must reach it. With those fuses no test can drive it from inside.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fuseProblems } from './packaging/fuse-problems.ts'
import { root } from './setup.mjs'

const START_MS = 60_000
const given = process.argv[2]
const problems = given === undefined ? ['Name the program.'] : await check(path.resolve(given))
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(problems.length === 0 ? 'The package is right: fuses as decided, starts, answers\n' : '')
process.exitCode = problems.length === 0 ? 0 : 1

async function check(program: string): Promise<string[]> {
  if (!existsSync(program)) return [`${program} is not there`]
  return [...(await fuseProblems(program, process.platform)), ...(await startProblems(program))]
}

async function startProblems(program: string): Promise<string[]> {
  const profile = mkdtempSync(path.join(tmpdir(), 'stint-packaged-'))
  const binary = program.endsWith('.app') ? path.join(program, 'Contents/MacOS/Stint') : program
  const child = spawn(binary, ['--profile', profile], { stdio: 'inherit' })
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`it does not start: ${error.message}`))
    child.on('exit', (code, signal) => resolve(`it ended by itself: ${signal ?? code}`))
  })
  try {
    const failure = await Promise.race([ended, answers(profile)])
    return failure === null ? [] : [failure]
  } finally {
    child.kill()
    await Promise.race([ended, later(10_000)])
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @returns null as soon as the running program has answered the command line */
async function answers(profile: string): Promise<string | null> {
  const until = performance.now() + START_MS
  while (performance.now() < until) {
    await later(500)
    // The file tells that a host is there to stay; without it the command would open the profile by itself.
    if (!existsSync(path.join(profile, 'host.json'))) continue
    const stint = path.join(root, 'out/cli/stint.js')
    const run = spawnSync(process.execPath, [stint, '--profile', profile, 'status', '--json'], { encoding: 'utf8' })
    return run.status === 0 ? null : `it does not answer: ${run.stderr}`
  }
  return `it has not opened its profile after ${START_MS / 1000} s`
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
