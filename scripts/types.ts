/** Checks every TypeScript project, all at once: they share no state and two of them are small. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './setup.mjs'

const projects = ['pure', 'node', 'main', 'preload', 'web', 'e2e']
const results = await Promise.all(projects.map(check))
process.exitCode = results.every((ok) => ok) ? 0 : 1

function check(project: string): Promise<boolean> {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', `tsconfig.${project}.json`, '--pretty', 'false']
  const child = spawn(process.execPath, args, { cwd: root })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      // TS18003: no file matches yet, which is no error of the code.
      const ok = code === 0 || /error TS18003/.test(output)
      if (!ok) process.stdout.write(`tsconfig.${project}.json\n${output}`)
      resolve(ok)
    })
  })
}
