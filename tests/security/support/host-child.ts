/**
 * A host in a process of its own, to be killed, measured and attacked. Prints one line of JSON when it serves (or why
 * it does not), stops on SIGTERM. Arguments: profile folder, folder of the page.
 */
import { fileURLToPath } from 'node:url'
import { openHost } from '../../../src/server/local/open-host.ts'
import { startServer } from '../../../src/server/local/serve.ts'

const [profileDir = '', staticDir = ''] = process.argv.slice(2)
const migrationsDir = fileURLToPath(new URL('../../../drizzle/local', import.meta.url))

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const opened = await openHost({
  profileDir,
  kind: 'headless',
  version: '0.0.0-test',
  migrationsDir,
  busyTimeoutMs: 200,
})
if (opened.ok) {
  const started = await startServer({
    opened: opened.value,
    host: 'localhost',
    port: 0,
    anyPortIfTaken: false,
    staticDir,
  })
  if (!started.ok) throw new Error(started.error.message)
  const { url, token, port } = started.value
  say({ url, token, port, pid: process.pid })
  process.on('SIGTERM', () => {
    started.value.close().then(() => process.exit(0))
  })
} else {
  say({ error: opened.error })
}
