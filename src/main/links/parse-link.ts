import { MAX_NOTE_LENGTH } from '../../shared/contract/primitives.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { DesktopRequest } from './desktop-request.ts'

/** As the contract allows a name. */
const MAX_NAME = 200
const MAX_LINK = 16_000

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  start: ['note', 'project'],
  note: ['text'],
  stop: [],
  toggle: [],
  show: [],
  mini: [],
}

/**
 * Reads `stint://start?note=…&project=…`, `stint://stop`, `toggle`, `show`, `mini` and `note?text=…`. A link comes from
 * anywhere (a page, a mail, a document), so all that is not exactly of this form is refused; the error says why.
 */
export function parseLink(link: string): Result<DesktopRequest, string> {
  if (link.length > MAX_LINK) return err('The link is too long.')
  if (!URL.canParse(link)) return err('This is no link.')
  const url = new URL(link)
  if (url.protocol !== 'stint:') return err('Only links that begin with stint:// are opened here.')
  if (url.username !== '' || url.password !== '' || url.port !== '' || url.hash !== '') return err(UNKNOWN)
  // A browser may add a slash at the end.
  if (url.pathname !== '' && url.pathname !== '/') return err(UNKNOWN)
  const known = Object.hasOwn(PARAMETERS, url.host) ? PARAMETERS[url.host] : undefined
  if (known === undefined) return err(UNKNOWN)
  const names = [...url.searchParams.keys()]
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) return err(`The link has a part that Stint does not know: “${shortened(unknown)}”.`)
  if (new Set(names).size !== names.length) return err('The link says one thing twice.')
  return toRequest(url.host, url.searchParams)
}

const UNKNOWN = 'Stint knows the links stint://start, stop, toggle, show, mini and note, and no others.'

function toRequest(action: string, parameters: URLSearchParams): Result<DesktopRequest, string> {
  const note = line(parameters.get('note') ?? parameters.get('text') ?? '')
  const project = line(parameters.get('project') ?? '')
  if (note.length > MAX_NOTE_LENGTH) return err('The note in the link is too long.')
  if (project.length > MAX_NAME) return err('The project in the link is too long.')
  switch (action) {
    case 'start':
      return ok({ kind: 'start', note, project })
    case 'note':
      return ok({ kind: 'note', text: note })
    case 'stop':
    case 'toggle':
    case 'mini':
      return ok({ kind: action })
    default:
      return ok({ kind: 'show' })
  }
}

/** One line of visible text: control characters and marks that turn text around could make it look like another. */
function line(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
}

function shortened(text: string): string {
  const plain = line(text)
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain
}
