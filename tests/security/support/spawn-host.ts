import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const program = fileURLToPath(new URL('./host-child.ts', import.meta.url))

export interface SpawnedHost {
  readonly url: string
  readonly token: string
  readonly port: number
  readonly pid: number
  /** All it said on standard error. */
  errors(): string
  /** Ends it and waits until it is gone; the exit code, or null when the signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

export function newProfileDir(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'stint host ö ')), 'profil med mellanslag')
}

/** The first line of a new host on a profile: where it serves, or `{ error }` when it was not opened. */
export async function spawnHost(profileDir: string): Promise<SpawnedHost | { readonly error: { code: string } }> {
  const staticDir = path.join(path.dirname(profileDir), 'renderer')
  mkdirSync(staticDir, { recursive: true })
  writeFileSync(path.join(staticDir, 'index.html'), '<!doctype html><title>Stint</title>')
  // Keys are kept beside the profile, and nothing leaves this machine.
  const env = { ...process.env, XDG_CONFIG_HOME: path.dirname(profileDir), STINT_OFFLINE: '1' }
  const child = spawn(process.execPath, ['--no-warnings', program, profileDir, staticDir], { env })
  children.push(child)
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const line = await Promise.race([firstLine(child), exited.then(() => undefined)])
  if (line === undefined) throw new Error(`The host ended before it served: ${errors}`)
  return {
    ...JSON.parse(line),
    errors: () => errors,
    end(signal: NodeJS.Signals) {
      child.kill(signal)
      return exited
    },
  }
}

/** A host that serves; fails the test otherwise. */
export async function servingHost(profileDir: string): Promise<SpawnedHost> {
  const host = await spawnHost(profileDir)
  if ('error' in host) throw new Error(`The host refused: ${host.error.code}`)
  return host
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined
  for await (const line of createInterface(child.stdout)) return line
  return undefined
}
