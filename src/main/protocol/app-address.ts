export const APP_SCHEME = 'app'
/** The one origin whose pages may speak to this process. */
export const APP_ORIGIN = `${APP_SCHEME}://main`
export const MAIN_PAGE = `${APP_ORIGIN}/today`
export const MINI_PAGE = `${APP_ORIGIN}/mini`

/** True for an address of a page of ours, however it is written. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return `${protocol}//${host}` === APP_ORIGIN && username === '' && password === ''
}
