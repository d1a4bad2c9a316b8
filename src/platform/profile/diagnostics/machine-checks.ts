import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import type { CheckedProfile, Finding, PlannedCheck } from './planned-check.ts'

const LOW_SPACE_BYTES = 500_000_000
const NO_SPACE_BYTES = 50_000_000

export function machineChecks({ paths, clock }: CheckedProfile): PlannedCheck[] {
  return [
    {
      id: 'profile',
      title: 'Profile folder',
      run: () => {
        accessSync(paths.dir, constants.R_OK | constants.W_OK | constants.X_OK)
        return { status: 'ok', detail: paths.dir }
      },
    },
    { id: 'permissions', title: 'Only you can read the profile', run: () => permissions(paths.dir, paths.database) },
    {
      id: 'disk-space',
      title: 'Free space on its disk',
      run: () => {
        const { bavail, bsize } = statfsSync(paths.dir)
        const free = bavail * bsize
        const detail = `${Math.round(free / 1_000_000)} MB free`
        if (free >= LOW_SPACE_BYTES) return { status: 'ok', detail }
        return { status: free < NO_SPACE_BYTES ? 'fail' : 'warn', detail, mend: 'Free some space on this disk.' }
      },
    },
    {
      id: 'log',
      title: 'The log can be written',
      run: () => {
        if (!existsSync(paths.logs)) mkdirSync(paths.logs, { mode: 0o700 })
        accessSync(paths.logs, constants.W_OK | constants.X_OK)
        return { status: 'ok', detail: paths.logs }
      },
    },
    {
      id: 'node',
      title: 'Node',
      run: () => {
        const major = Number(process.versions.node.split('.')[0])
        if (major >= 22) return { status: 'ok', detail: process.versions.node }
        const detail = `${process.versions.node} is older than 22, on which SQLite's module crashes`
        return { status: 'fail', detail, mend: 'Start Stint through bin/stint or npm, which bring their own Node.' }
      },
    },
    { id: 'zone', title: 'Time zone', run: () => ({ status: 'ok', detail: clock.zone() }) },
  ]
}

/** Windows keeps a profile private by its place in the user's folder; modes say nothing there. */
function permissions(dir: string, database: string): Finding {
  if (process.platform === 'win32') return { status: 'ok', detail: 'as Windows grants them' }
  const open = [dir, database].filter((place) => (statSync(place).mode & 0o077) !== 0)
  if (open.length === 0) return { status: 'ok', detail: 'folder and database are yours alone' }
  return {
    status: 'warn',
    detail: `others on this machine may look into ${open.join(' and ')}`,
    mend: `chmod go-rwx ${open.map((place) => `"${place}"`).join(' ')}`,
  }
}
