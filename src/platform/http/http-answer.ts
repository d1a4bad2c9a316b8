import type { HttpAnswer } from '../../core/ports/http.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { quoteOf, type Scrub } from './scrub.ts'

interface Parts {
  readonly status: number
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
  readonly serverDateMs: number | null
  readonly retryAtMs: number | null
  readonly fromCache: boolean
}

export function createHttpAnswer(parts: Parts, scrub: Scrub): HttpAnswer {
  const { headers, body } = parts
  const text = () => new TextDecoder().decode(body)
  return {
    ...parts,
    header: (name) => singleHeader(headers, name),
    text,
    json: () => readJson(text(), singleHeader(headers, 'content-type') ?? ''),
    quote: (said) => quoteOf(said, scrub),
  }
}

/** Two lines that say the same are one; two that differ are none, for a stranger may have slipped one in. */
export function singleHeader(headers: Parts['headers'], name: string): string | null {
  const values = new Set(headers.get(name.toLowerCase()))
  const [only] = values
  return values.size === 1 && only !== undefined ? only : null
}

function readJson(text: string, contentType: string): Result<unknown, 'empty' | 'html' | 'damaged'> {
  const trimmed = text.trim()
  if (trimmed === '') return err('empty')
  if (/^text\/html\b/i.test(contentType) || trimmed.startsWith('<')) return err('html')
  try {
    return ok(JSON.parse(trimmed, /\d{16}/.test(trimmed) ? keepBigNumbers : undefined))
  } catch (error) {
    if (error instanceof SyntaxError) return err('damaged')
    throw error
  }
}

/** An id beyond 2^53 would silently become another id. */
function keepBigNumbers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value
}
