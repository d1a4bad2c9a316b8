/**
 * Chromium knows no schemes of ours: a page of `app://main` is shown under `https://main.app.invalid`, a name that by its
 * standard never leads anywhere. It is a secure origin of its own, and policies hold on it, as they do on `app:`.
 */
const SHOWN = /^https:\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.invalid(?=\/|$)/

const schemes = new Set<string>()

export function addScheme(scheme: string): void {
  schemes.add(scheme)
}

export function toShown(url: string): string {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([a-z0-9-]+)/.exec(url)
  const [whole, scheme, host] = found ?? []
  if (whole === undefined || scheme === undefined || !schemes.has(scheme)) return url
  return `https://${host}.${scheme}.invalid${url.slice(whole.length) || '/'}`
}

export function toElectron(url: string): string {
  if (url.startsWith('blob:')) return `blob:${toElectron(url.slice(5))}`
  const found = SHOWN.exec(url)
  const [whole, host, scheme] = found ?? []
  if (whole === undefined || scheme === undefined || !schemes.has(scheme)) return url
  return `${scheme}://${host}${url.slice(whole.length)}`
}

/** Electron's `origin` of a frame. */
export function originOf(url: string): string {
  const found = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]+/.exec(url)
  return found?.[0] ?? 'null'
}
