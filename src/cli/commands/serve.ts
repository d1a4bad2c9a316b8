import { once } from 'node:events'
import type { HostFile } from '../../platform/transport/host-file.ts'
import { requestCode } from '../../platform/transport/request-code.ts'
import { pageDir } from '../../server/local/built-files.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, refusal, usageError } from '../cli-error.ts'
import { type CommandResult, defineCommand } from '../command/cli-command.ts'
import { flag, text } from '../command/option-spec.ts'
import { reachProfile } from '../connect/reach-profile.ts'
import { openBrowser } from '../open-browser.ts'

const DEFAULT_PORT = 8080

/** What a script reads from the first line of `serve --json`. */
interface Served {
  readonly url: string
  readonly apiUrl: string
  readonly token: string
  readonly pid: number
}

export const serve = defineCommand({
  name: 'serve',
  summary: 'Serve Stint to a browser',
  details: [
    'Serves this computer only, until Ctrl-C. The printed address signs one browser in, once; “stint open” makes a new one.',
    'With --json the first line is {"url", "apiUrl", "token", "pid"}. Where this profile is served already it prints that',
    'address, with "attached": true, and ends.',
  ],
  options: {
    port: text('--port <port>', `Port (default ${DEFAULT_PORT}; 0 takes any free one)`),
    host: text('--host <host>', 'localhost, 127.0.0.1 or ::1 (default localhost)'),
    open: flag('--open', 'Open the browser as well (only from a terminal)'),
    anyPort: flag('--any-port-if-taken', 'Take another port where that one is taken'),
  },
  examples: [
    { line: 'stint serve --open', what: 'serve and open the browser' },
    { line: 'stint serve --port 0 --json', what: 'for a script, on any free port' },
  ],
  async run(context, _args, options) {
    const port = readPort(options.port)
    if (!port.ok) return port
    const host = readHost(options.host)
    if (!host.ok) return host
    const reached = await reachProfile(context.profileDir, 'headless')
    if (!reached.ok) return reached
    if (reached.value.state === 'served') return announceOther(context, reached.value.host, options.open)
    const { opened } = reached.value
    const { startServer } = await import('../../server/local/serve.ts')
    const started = await startServer({
      opened,
      host: host.value,
      port: port.value,
      anyPortIfTaken: options.anyPort,
      staticDir: pageDir(),
    })
    if (!started.ok) {
      await opened.dispose()
      const { code, message } = started.error
      return err(refusal(code, message))
    }
    const { url, apiUrl, token, newCode, close } = started.value
    await announce(context, { url, apiUrl, token, pid: process.pid })
    if (options.open && context.out.isTerminal) openBrowser(newCode(), context.notices)
    if (!context.interrupted.aborted) await once(context.interrupted, 'abort')
    await close()
    return ok(null)
  },
})

async function announceOther(context: CliContext, host: HostFile, open: boolean): Promise<CommandResult> {
  const url = await requestCode(host)
  if (url === undefined)
    return err(refusal('host-unreachable', 'The running Stint is just ending.', 'Try again in a moment.'))
  const served = { url, apiUrl: `${host.url}/api/v1`, token: host.token, pid: host.pid }
  if (open && context.out.isTerminal) openBrowser(url, context.notices)
  return ok({
    json: () => ({ ...served, attached: true }),
    text: () => [`Stint is running at ${url}`, `This profile is served already, by process ${host.pid}.`],
  })
}

/** The wording is a contract: scripts wait for it. */
async function announce({ out, json, paint }: CliContext, served: Served): Promise<void> {
  const how = out.isTerminal ? `${paint.dim('Ctrl-C ends it; “stint open” makes a new address.')}\n` : ''
  await out.write(json ? `${JSON.stringify(served)}\n` : `Stint is running at ${served.url}\n${how}`)
}

/** Said before a profile is opened; the server holds to it again when it binds. */
function readHost(typed: string | undefined): Result<string, CliError> {
  const host = typed ?? 'localhost'
  if (['localhost', '127.0.0.1', '::1', '[::1]'].includes(host.toLowerCase())) return ok(host)
  return err(
    usageError(
      `Stint serves this computer only, not “${host}”.`,
      'Write --host localhost, 127.0.0.1 or ::1; from elsewhere an SSH tunnel leads to it.',
    ),
  )
}

function readPort(typed: string | undefined): Result<number, CliError> {
  if (typed === undefined) return ok(DEFAULT_PORT)
  const port = Number(typed)
  if (/^\d{1,5}$/.test(typed) && port <= 65_535) return ok(port)
  return err(usageError(`--port “${typed}” was not understood.`, 'Write a number from 0 to 65535.'))
}
