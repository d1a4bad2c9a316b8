import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export interface StaticFile {
  readonly body: Buffer
  readonly type: string
  readonly cacheControl: string
}

/** Answers with the file for a request path, the page itself for its routes, or undefined. */
export type StaticFiles = (requestPath: string) => StaticFile | undefined

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Vite's names: assets/<name>-<8 characters of hash>.<extension>. */
const HASHED = /^\/assets\/.+-[A-Za-z0-9_-]{8}\.\w+$/

/** The page's routes and files need no more than this; `..`, encoded and odd characters are nobody's honest request. */
const PLAIN_PATH = /^(?!.*\.\.)\/[A-Za-z0-9/._~@-]*$/

/**
 * Serves the built page. A request path is only ever looked up in a list of the files that are there; it never
 * becomes part of a file name. So whatever is asked for, nothing outside the folder can be read.
 */
export function staticFiles(dir: string): StaticFiles {
  let listedAtMs = Number.NaN
  let files = new Map<string, string>()

  function relist(): void {
    const changedAtMs = mtimeOf(path.join(dir, 'index.html'))
    // NaN: there is no build (yet); look again at the next request.
    if (changedAtMs === listedAtMs) return
    listedAtMs = changedAtMs
    files = Number.isNaN(changedAtMs) ? new Map() : list(dir)
  }

  return (requestPath) => {
    if (!PLAIN_PATH.test(requestPath)) return undefined
    relist()
    const isPage = requestPath === '/' || !requestPath.slice(requestPath.lastIndexOf('/')).includes('.')
    const key = isPage ? '/index.html' : requestPath
    const file = files.get(key)
    if (file === undefined) return undefined
    return {
      body: readFileSync(file),
      type: TYPES[path.extname(file)] ?? 'application/octet-stream',
      cacheControl: cacheControlOf(key),
    }
  }
}

function cacheControlOf(key: string): string {
  if (key === '/index.html') return 'no-store'
  return HASHED.test(key) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function list(dir: string): Map<string, string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
  // isFile: a link out of the folder is not a file.
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`/${path.relative(dir, file).split(path.sep).join('/')}`, file]))
}

function mtimeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN
}
