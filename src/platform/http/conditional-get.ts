import type { HttpFailure, HttpRequest } from '../../core/ports/http.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RawAnswer } from './exchange.ts'
import { singleHeader } from './http-answer.ts'
import { createTagStore, tagKey } from './tag-store.ts'

type Headers = Readonly<Record<string, string>>
type Settled = Result<RawAnswer & { readonly fromCache: boolean }, HttpFailure>

export interface ConditionalGet {
  /** The headers to send, and what becomes of the answer to them. */
  prepare(wanted: HttpRequest, url: URL, headers: Headers): { headers: Headers; settle(answer: RawAnswer): Settled }
}

/** Keeps tagged answers in memory, `maxBytes` of bodies in all, and gives them again on a 304. */
export function createConditionalGet(maxBytes: number): ConditionalGet {
  const tags = createTagStore(maxBytes)
  return {
    prepare(wanted, url, headers) {
      const asksItself = 'if-none-match' in headers || 'if-modified-since' in headers
      const wants = wanted.conditional === true && wanted.method === 'GET' && !asksItself
      const key = wants ? tagKey(wanted.accountId, url, headers) : null
      const kept = key === null ? undefined : tags.get(key)
      return {
        headers: kept === undefined ? headers : { ...headers, 'if-none-match': kept.tag },
        settle(answer): Settled {
          const tag = singleHeader(answer.headers, 'etag')
          if (answer.status !== 304 || asksItself) {
            if (key !== null && tag !== null && mayBeKept(answer)) tags.put(key, { ...answer, tag })
            return ok({ ...answer, fromCache: false })
          }
          if (kept === undefined || (tag !== null && weak(tag) !== weak(kept.tag))) {
            if (key !== null) tags.drop(key)
            return err(nothingToRepeat)
          }
          // Limits and the date are of now; status and body are of then.
          const merged = new Map([...kept.headers, ...answer.headers])
          return ok({ status: kept.status, body: kept.body, headers: merged, fromCache: true })
        },
      }
    },
  }
}

const nothingToRepeat: HttpFailure = {
  kind: 'bad-payload',
  phase: 'after-send',
  status: 304,
  cause: 'The server says that nothing changed, but since what is not known; the next request asks anew.',
}

function mayBeKept({ status, headers }: RawAnswer): boolean {
  return status === 200 && !(headers.get('cache-control') ?? []).some((value) => /\bno-store\b/i.test(value))
}

/** For GET the weak comparison holds: `W/"a"` and `"a"` are the same (RFC 9110 §13.1.2). */
function weak(tag: string): string {
  return tag.replace(/^W\//, '')
}
