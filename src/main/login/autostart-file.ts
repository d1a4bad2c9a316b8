import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { autostartEntry, isOwnEntry, isSwitchedOn } from './autostart-entry.ts'
import type { LoginItem } from './login-item.ts'

/** Starting at login on Linux: one file in the autostart folder. A file there that is not ours is never touched. */
export function createAutostartFile(file: string, program: string): LoginItem {
  function read(): string | undefined {
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  return {
    state() {
      const text = read()
      return text !== undefined && isOwnEntry(text) && isSwitchedOn(text) ? 'on' : 'off'
    },
    apply(on) {
      const text = read()
      if (text !== undefined && !isOwnEntry(text)) return
      if (!on) {
        if (text !== undefined) rmSync(file)
        return
      }
      const wanted = autostartEntry(program)
      // The program may have moved since; what the person switched off stays off.
      if (text === wanted || (text !== undefined && !isSwitchedOn(text))) return
      mkdirSync(path.dirname(file), { recursive: true })
      const aside = `${file}.new`
      writeFileSync(aside, wanted, { mode: 0o644 })
      renameSync(aside, file)
    },
  }
}
