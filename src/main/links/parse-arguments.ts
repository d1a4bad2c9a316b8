import path from 'node:path'
import type { DesktopRequest } from './desktop-request.ts'
import { parseLink } from './parse-link.ts'

export interface DesktopArguments {
  /** As typed; relative to `cwd` where it is not absolute. */
  readonly profile: string | undefined
  /** Start without a window. */
  readonly hidden: boolean
  readonly requests: readonly AskedFor[]
  /** What was not understood, in words for a person. */
  readonly refused: readonly string[]
}

/** `outside`: anybody may have written it (a link); the person is asked before it starts or stops anything. */
export interface AskedFor {
  readonly request: DesktopRequest
  readonly from: 'person' | 'outside'
}

const PLAIN = new Map<string, DesktopRequest['kind'] & ('show' | 'mini' | 'stop' | 'toggle')>([
  ['--show', 'show'],
  ['--mini', 'mini'],
  ['--stop', 'stop'],
  ['--toggle', 'toggle'],
])

/**
 * Reads what the desktop was started with: `--profile DIR`, `--hidden`, `--show`, `--mini`, `--start[=NOTE]`, `--stop`,
 * `--toggle`, `--note[=TEXT]`, `stint://` links and files. Other switches are Chromium's and are left alone.
 * @param args without the program and, unpackaged, without the folder of the app
 * @param cwd where they were typed
 */
export function parseArguments(args: readonly string[], cwd: string): DesktopArguments {
  let profile: string | undefined
  let hidden = false
  const requests: AskedFor[] = []
  const refused: string[] = []
  const ask = (request: DesktopRequest) => requests.push({ request, from: 'person' })

  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const [name, value] = cut(arg)
    const plain = PLAIN.get(arg)
    if (name === '--profile') {
      profile = value ?? args[index + 1]
      if (value === undefined) index += 1
    } else if (arg === '--hidden') hidden = true
    else if (plain !== undefined) ask({ kind: plain })
    else if (name === '--start') ask({ kind: 'start', note: value ?? '', project: '' })
    else if (name === '--note') ask({ kind: 'note', text: value ?? '' })
    else if (/^stint:/i.test(arg)) {
      const link = parseLink(arg)
      if (link.ok) requests.push({ request: link.value, from: 'outside' })
      else refused.push(link.error)
    } else if (isImportFile(arg)) ask({ kind: 'import' })
  }
  const chosen = profile === undefined || profile === '' ? undefined : path.resolve(cwd, profile)
  return { profile: chosen, hidden, requests, refused }
}

/** Files that people open with Stint are files to import. */
export function isImportFile(arg: string): boolean {
  return !arg.startsWith('-') && /\.(csv|json|timewarrior)$/i.test(arg)
}

function cut(arg: string): [name: string, value: string | undefined] {
  const at = arg.indexOf('=')
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}
