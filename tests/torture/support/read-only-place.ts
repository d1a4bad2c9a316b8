import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { onTestFinished } from 'vitest'

/** Makes everything in `dir` read-only until the test ends; false, with the reason printed, where that cannot be done. */
export function makeReadOnly(dir: string): boolean {
  if (process.getuid?.() !== 0) {
    chmodSync(dir, 0o500)
    onTestFinished(() => chmodSync(dir, 0o700))
    return true
  }
  // Modes do not bind root; a read-only mount does.
  const mounted =
    spawnSync('mount', ['--bind', dir, dir]).status === 0 &&
    spawnSync('mount', ['-o', 'remount,ro,bind', dir]).status === 0
  if (mounted) onTestFinished(() => void spawnSync('umount', [dir]))
  else console.warn('NOT RUN: read-only folder. This is root, and it may not mount.')
  return mounted
}

/** A small disk of its own at `dir` until the test ends; false, with the reason printed, where none can be mounted. */
export function mountSmallDisk(dir: string, kilobytes: number): boolean {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', dir]).status === 0
  if (mounted) onTestFinished(() => void spawnSync('umount', ['-l', dir]))
  else console.warn('NOT RUN: small disk. Mounting one needs root on Linux.')
  return mounted
}
