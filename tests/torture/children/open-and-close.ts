// node open-and-close.ts DIR ROUNDS: says what keeps the process alive and which files are open, then ends by itself.
import { readdirSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openHost } from '../../../src/server/local/open-host.ts'
import { say } from './own-host.ts'

const [, , profileDir = '', rounds = '1'] = process.argv
const migrationsDir = fileURLToPath(new URL('../../../drizzle/local', import.meta.url))
for (let round = 0; round < Number(rounds); round += 1) {
  const opened = await openHost({ profileDir, kind: 'headless', version: '0', migrationsDir })
  if (!opened.ok) throw new Error(opened.error.message)
  await opened.value.dispose()
}
// File calls under way, such as the log's last flush, end by themselves.
while (process.getActiveResourcesInfo().some((kind) => kind.startsWith('FSReq'))) await nextTurn()
say(JSON.stringify({ resources: process.getActiveResourcesInfo(), files: openFiles() }))

/** Linux tells them; elsewhere none are seen. */
function openFiles(): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      const file = readlinkSync(path.join('/proc/self/fd', handle))
      return file.startsWith(profileDir) ? [file] : []
    } catch {
      // The handle that listed the folder is gone by now.
      return []
    }
  })
}
