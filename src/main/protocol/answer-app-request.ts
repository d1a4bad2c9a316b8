import type { StaticFiles } from '../../server/local/static-files.ts'
import { isAppAddress } from './app-address.ts'
import { PAGE_HEADERS } from './page-headers.ts'

/** Whatever is written so is nobody's honest request, before any decoding is done to it. */
const CROOKED = /\\|\.\.|%(?:2e|2f|5c|00)|\0/i

/**
 * Answers a request for `app://main/…` with a built file, or with the page itself for its routes. The path is looked up
 * in a list of the files that are there (`staticFiles`); it never becomes part of a file name.
 */
export function answerAppRequest(
  request: { readonly method: string; readonly url: string },
  files: StaticFiles,
): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  if (CROOKED.test(request.url) || !isAppAddress(request.url)) return refuse(404)
  const file = files(new URL(request.url).pathname)
  if (file === undefined) return refuse(404)
  const headers = { ...PAGE_HEADERS, 'content-type': file.type, 'cache-control': file.cacheControl }
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.body), { status: 200, headers })
}

function refuse(status: number): Response {
  const text = status === 405 ? 'Files here can only be read.\n' : 'There is nothing here.\n'
  return new Response(text, { status, headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
}
