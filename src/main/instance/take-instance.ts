import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { fileErrorOf } from '../../platform/profile/file-errors.ts'
import { type InstanceMessage, readInstanceMessage } from './instance-message.ts'

export interface Instance {
  /** From now on hears what later starts hand over; what came before is told at once. */
  listen(hear: (message: InstanceMessage) => void): void
  /** Lets the next start have the profile. */
  release(): void
}

/** Chromium's own files, and the place of the windows: beside the profile's data, and as private. */
export function desktopFolder(profileDir: string): string {
  return path.join(profileDir, 'desktop')
}

/**
 * Makes this the one desktop of the profile, or hands `message` to the one that is (null). Electron's lock belongs to the
 * folder of its user data, so that folder is the profile's: two profiles are two Stints.
 */
export function takeInstance(profileDir: string, message: InstanceMessage, log: Log): Instance | null {
  const folder = desktopFolder(profileDir)
  try {
    // It must be there: without it Electron takes the missing folder for another instance.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
  } catch (error) {
    // Opening the profile meets the same trouble in a moment, and has the words for it.
    if (fileErrorOf(error, profileDir) === undefined) throw error
    log.warn({ err: error }, 'The folder of the desktop cannot be made')
  }
  if (!app.requestSingleInstanceLock(message)) return null

  const early: InstanceMessage[] = []
  let hear = (heard: InstanceMessage): void => {
    early.push(heard)
  }
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    // Chromium mixes its own switches into `argv`; what the other one sent itself is as it was typed.
    hear(readInstanceMessage(data) ?? { args: [], cwd: '/' })
  })
  return {
    listen(listener) {
      hear = listener
      for (const heard of early.splice(0)) listener(heard)
    },
    release: () => app.releaseSingleInstanceLock(),
  }
}
