import type * as Electron from 'electron'
import { addScheme } from '../browser/addresses.ts'
import { hasStarted } from './app-life.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

const handlers = new Map<string, Handler>()
const privileged: Electron.CustomScheme[] = []

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    if (hasStarted()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    privileged.push(...schemes)
    for (const { scheme } of schemes) addScheme(scheme)
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error('Failed to register protocol: the scheme has a handler')
    if (!privileged.some((one) => one.scheme === scheme && one.privileges?.standard && one.privileges.secure)) {
      throw new Error(`The test host serves standard, secure schemes only; ${scheme} is not registered as one`)
    }
    handlers.set(scheme, handler)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
  unhandle: (scheme) => void handlers.delete(scheme),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled' | 'unhandle'>

/** Asks main's handler as a page's request would; undefined where the scheme has none. */
export async function askHandler(
  url: string,
  init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
): Promise<Response | undefined> {
  const handler = handlers.get(url.slice(0, url.indexOf(':')))
  if (handler === undefined) return undefined
  const { method, headers = {}, body } = init
  const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD'
  // Node's Request spells an address of its own ways; Electron hands over what the page asked for.
  const request = new Request('http://main.invalid/', { method, headers, ...(hasBody ? { body } : {}) })
  Object.defineProperty(request, 'url', { value: url })
  return await handler(request)
}
