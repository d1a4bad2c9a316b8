import { closeSync, copyFileSync, fsyncSync, openSync } from 'node:fs'
import path from 'node:path'

/**
 * Never open the live `stint.db` or `profile.lock` through here: when a process closes any handle of a file, POSIX
 * drops all its locks on that file, SQLite's included (sqlite.org/howtocorrupt.html §2.2).
 */
export function fsyncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename or a new name in `folder` survive power loss. Windows has no such call and needs none. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Copies to a name that must not exist, and returns when the bytes and the name are on the disk. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to, 1 /* COPYFILE_EXCL */)
  fsyncFile(to)
  fsyncFolder(path.dirname(to))
}
