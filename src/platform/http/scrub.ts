const MASK = '[redacted]'
const SECRET_HEADER = /authorization|cookie|token|api-?key|secret|password|csrf/i
const LONGEST_QUOTE = 300
/** Shorter ones would strike out half of any text, and protect nothing. */
const SHORTEST_SECRET = 4

export type Scrub = (text: string) => string

/** The secrets among request headers: whole values, and what follows the scheme in `Bearer abc`. */
export function secretsIn(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!SECRET_HEADER.test(name)) return []
    const parts = value.split(/[\s;,=]+/).filter((part) => part.length >= 8)
    return [value, value.replace(/^\S+\s+/, ''), ...parts, ...basicParts(value)]
  })
}

/** Strikes each secret out of a text, also percent-encoded, in base64, in JSON and in other case. */
export function createScrub(secrets: readonly string[]): Scrub {
  const forms = new Set<string>()
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue
    const bytes = Buffer.from(secret)
    const json = JSON.stringify(secret).slice(1, -1)
    const base64 = bytes.toString('base64').replace(/=+$/, '')
    for (const form of [secret, json, base64, bytes.toString('base64url'), encodeURIComponent(secret)]) {
      forms.add(form)
      forms.add(encodeURIComponent(form))
    }
  }
  if (forms.size === 0) return (text) => text
  // Longest first: a secret that holds another one goes whole.
  const longestFirst = [...forms].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.map(escaped).join('|'), 'gi')
  return (text) => text.replace(pattern, MASK)
}

/** One line of at most 300 characters without secrets, markup and control characters. */
export function quoteOf(text: string, scrub: Scrub): string {
  // Scrubbed before it is cut: half a secret is no longer recognised.
  const plain = scrub(text.slice(0, 64 * 1024))
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const characters = [...plain]
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…` : plain
}

/** `Basic dXNlcjpwYXNz` hides two more. */
function basicParts(value: string): readonly string[] {
  const [scheme = '', encoded = ''] = value.split(' ')
  if (scheme.toLowerCase() !== 'basic') return []
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  return [decoded, ...decoded.split(':')]
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
