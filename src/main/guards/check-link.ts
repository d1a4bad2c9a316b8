import { err, ok, type Result } from '../../shared/result.ts'

/** Where links in Stint may lead. A site that is not here is not opened; a new one is a line in a review. */
const HOSTS: ReadonlySet<string> = new Set([
  'bitbucket.org',
  'codeberg.org',
  'dev.azure.com',
  'github.com',
  'gitlab.com',
  'track.toggl.com',
])
const MAX_LINK = 2000

/** Answers with the link to open, or with why not. Only https, only known sites, nothing that hides where it leads. */
export function checkLink(link: string): Result<string, string> {
  if (link.length > MAX_LINK) return err('too long')
  if (!URL.canParse(link)) return err('no address')
  const url = new URL(link)
  if (url.protocol !== 'https:') return err('not https')
  if (url.username !== '' || url.password !== '') return err('names a user')
  if (url.port !== '') return err('names a port')
  if (!HOSTS.has(url.hostname)) return err('an unknown site')
  // As it was understood, never as it was written: the system reads it once more, in its own way.
  return ok(url.href)
}

/** The address that a Stint host on this machine made for one browser: loopback, a port, a code. */
export function isHostPage(address: string): boolean {
  return /^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d{1,5}\/#code=[A-Za-z0-9_-]{10,100}$/.test(address)
}
