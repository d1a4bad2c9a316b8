import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Log } from '../../core/ports/log.ts'
import { hostProof, NONCE_PATTERN } from '../../platform/transport/host-proof.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Sessions } from './sessions.ts'

/** A code asked for by a program is used at once. */
const ASKED_CODE_MS = 60_000
const EXCHANGES_PER_S = 5

const exchangeSchema = z.strictObject({ code: z.string().min(1).max(64) })
const proveSchema = z.strictObject({ nonce: z.string().regex(NONCE_PATTERN) })
const emptySchema = z.strictObject({})

interface ApiParts {
  readonly version: string
  readonly token: string
  readonly port: number
  readonly codes: OneTimeCodes
  readonly sessions: Sessions
  readonly nowMs: () => number
  readonly log: Log
  /** The address with a code in its fragment, which browsers do not send or log. */
  pageUrl(code: string): string
}

/** Signing in, proof of identity, and health. The guard has run before; it says who may come here. */
export function apiRoutes({ version, token, port, codes, sessions, nowMs, log, pageUrl }: ApiParts): Hono {
  const mayExchange = createRateLimit(EXCHANGES_PER_S, 1000, nowMs)
  const app = new Hono()
  app.use('*', bodyLimit({ maxSize: 4096, onError: (c) => c.json({ message: 'The message is too large.' }, 413) }))

  app.get('/api/v1/health', (c) => c.json({ status: 'ok', version }))

  app.post('/auth/exchange', async (c) => {
    if (!mayExchange()) return c.json({ message: 'Too many attempts. Wait a second.' }, 429, { 'retry-after': '1' })
    const input = exchangeSchema.safeParse(await jsonOf(c.req.raw))
    if (!input.success) return c.json({ message: 'Send {"code": …}.' }, 400)
    if (!codes.redeem(input.data.code)) {
      return c.json({ message: 'This link has been used or is too old. Run "stint open" for a new one.' }, 401)
    }
    return c.body(null, 204, { 'set-cookie': sessions.create() })
  })

  app.get('/auth/session', (c) => {
    const cookie = sessions.renew(c.req.header('cookie') ?? '')
    return c.body(null, 204, cookie === undefined ? {} : { 'set-cookie': cookie })
  })

  app.post('/auth/code', async (c) => {
    if (!emptySchema.safeParse(await jsonOf(c.req.raw)).success) return c.json({ message: 'Send {}.' }, 400)
    return c.json({ url: pageUrl(codes.issue(ASKED_CODE_MS)) })
  })

  app.post('/auth/prove', async (c) => {
    const input = proveSchema.safeParse(await jsonOf(c.req.raw))
    if (!input.success) return c.json({ message: 'Send {"nonce": …}, 16 to 64 bytes as base64url.' }, 400)
    return c.json({ proof: hostProof(token, port, input.data.nonce) })
  })

  app.notFound((c) => c.json({ message: 'There is nothing here.' }, 404))
  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'A route failed')
    return c.json({ message: 'Something went wrong inside Stint.' }, 500)
  })
  return app
}

/** undefined: not JSON. */
async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
