import { err, ok, type Result } from '../../shared/result.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** What an account may be configured with: https anywhere, plain http to this machine only. */
export function originOf(address: string): Result<string, string> {
  const url = URL.parse(address)
  if (url === null) return err('The address is not one.')
  // Node would send them as a credential of its own making, past everything that handles secrets.
  if (url.username !== '' || url.password !== '') return err('The address holds a user name or a password.')
  if (url.protocol === 'https:') return ok(url.origin)
  if (url.protocol !== 'http:') return err('The address is neither https nor http.')
  return LOOPBACK.test(url.hostname)
    ? ok(url.origin)
    : err('Plain http is for this machine only: a secret would travel readable by anybody.')
}

/** The URL to ask, where `address` is on one of the allowed origins. */
export function allowedUrl(address: string, origins: readonly string[]): Result<URL, string> {
  const origin = originOf(address)
  if (!origin.ok) return origin
  return origins.includes(origin.value)
    ? ok(new URL(address))
    : err(`${origin.value} is not an address of this account; nothing was sent there.`)
}
