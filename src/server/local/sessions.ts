import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Log } from '../../core/ports/log.ts'
import { writePrivateFile } from '../../platform/transport/private-file.ts'

/** Browsers that were let in. They survive a restart of the host: the file holds hashes and expiry, no secret. */
export interface Sessions {
  /** A new session as the value of a Set-Cookie header. */
  create(): string
  /** Looks for a valid session among the cookies of a request. */
  has(cookieHeader: string): boolean
  /** For a session that is over a day old: the Set-Cookie value that makes it last anew; else undefined. */
  renew(cookieHeader: string): string | undefined
}

const DAY_S = 86_400
const LIFE_S = 30 * DAY_S
const MAX_SESSIONS = 50

const sessionSchema = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), expiresAtMs: z.int() })
const fileSchema = z.strictObject({
  version: z.literal(1),
  cookieName: z.string().regex(/^stint_session_[0-9a-f]{8}$/),
  sessions: z.array(sessionSchema).max(MAX_SESSIONS),
})
type SessionsFile = z.infer<typeof fileSchema>

export function openSessions(profileDir: string, nowMs: () => number, log: Log): Sessions {
  const file = path.join(profileDir, 'sessions.json')
  const { cookieName, sessions } = read(file, log)
  const expiryByHash = new Map(sessions.map(({ hash, expiresAtMs }) => [hash, expiresAtMs]))

  function save(): void {
    const kept = [...expiryByHash].filter(([, expiresAtMs]) => expiresAtMs > nowMs()).slice(-MAX_SESSIONS)
    const content: SessionsFile = {
      version: 1,
      cookieName,
      sessions: kept.map(([hash, expiresAtMs]) => ({ hash, expiresAtMs })),
    }
    writePrivateFile(file, `${JSON.stringify(content)}\n`)
  }

  function keep(token: string): string {
    const hash = hashOf(token)
    // Taken out first, so that the newest is last and the oldest goes when there are too many.
    expiryByHash.delete(hash)
    expiryByHash.set(hash, nowMs() + LIFE_S * 1000)
    save()
    return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LIFE_S}`
  }

  /** The token in a cookie header, when it is one of ours and still valid. */
  function find(cookieHeader: string): { token: string; expiresAtMs: number } | undefined {
    for (const cookie of cookieHeader.split(';')) {
      const [name, token] = cookie.trim().split('=', 2)
      if (name !== cookieName || token === undefined) continue
      const expiresAtMs = expiryByHash.get(hashOf(token))
      if (expiresAtMs !== undefined && nowMs() < expiresAtMs) return { token, expiresAtMs }
    }
    return undefined
  }

  return {
    create: () => keep(randomBytes(32).toString('base64url')),
    has: (cookieHeader) => find(cookieHeader) !== undefined,
    renew(cookieHeader) {
      const session = find(cookieHeader)
      const isRecent = session !== undefined && session.expiresAtMs - nowMs() > (LIFE_S - DAY_S) * 1000
      return session && !isRecent ? keep(session.token) : undefined
    },
  }
}

/** A file that cannot be read costs the browsers a new sign-in, nothing else. */
function read(file: string, log: Log): SessionsFile {
  // Cookies do not know ports: with one name for all, two profiles on this machine would sign each other's pages out.
  const empty: SessionsFile = {
    version: 1,
    cookieName: `stint_session_${randomBytes(4).toString('hex')}`,
    sessions: [],
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return empty
    log.warn({ error }, 'sessions.json cannot be read; browsers must sign in again')
    return empty
  }
  try {
    return fileSchema.parse(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    log.warn({}, 'sessions.json is damaged; browsers must sign in again')
    return empty
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
