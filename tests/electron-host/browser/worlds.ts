// Functions of this file run in the page: they are sent there as text, so they may use nothing from outside themselves.

/** The globals the browser gives to the preload's world alone. */
interface IsolatedGlobals {
  /** Sends a line to the main process. */
  stintTestHostSend(line: string): void
  stintTestHostReceive: (line: string) => void
}

type Preload = (require: (name: string) => unknown) => void

/**
 * A bridge between the two worlds of a page. DOM events are heard in both at once; what they carry is cloned for each
 * world, functions go by number. The event target is known to these two functions only.
 */
export function makeBridge(bus: EventTarget, mine: string, theirs: string) {
  const functions = new Map<number, (...args: unknown[]) => unknown>()

  function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value)
    return prototype === Object.prototype || prototype === null
  }

  function encode(value: unknown): unknown {
    if (typeof value === 'function') {
      const id = functions.size + 1
      functions.set(id, value as (...args: unknown[]) => unknown)
      return { f: id }
    }
    if (Array.isArray(value)) return { a: value.map(encode) }
    if (typeof value === 'object' && value !== null) {
      // As Electron's bridge does with ports, events and anything else that is neither plain nor a copyable value.
      if (!isPlain(value)) throw new Error('An object could not be cloned.')
      return { o: Object.entries(value).map(([key, part]) => [key, encode(part)]) }
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    return { v: value }
  }

  // The other half of encode, whose shapes these are.
  function decode(coded: unknown): unknown {
    const part = coded as { f?: number; a?: unknown[]; o?: [string, unknown][]; v?: unknown }
    if (part.f !== undefined) return (...args: unknown[]) => call(part.f, args)
    if (part.a !== undefined) return Object.freeze(part.a.map(decode))
    if (part.o !== undefined)
      return Object.freeze(Object.fromEntries(part.o.map(([key, value]) => [key, decode(value)])))
    return part.v
  }

  function call(id: number | undefined, args: unknown[]): unknown {
    let answer: { ok: boolean; value: unknown } | undefined
    const hear = (event: Event) => {
      answer = (event as CustomEvent<{ ok: boolean; value: unknown }>).detail
    }
    bus.addEventListener(`${theirs} answers`, hear, { once: true })
    bus.dispatchEvent(new CustomEvent(`${theirs} called`, { detail: { id, args: args.map(encode) } }))
    bus.removeEventListener(`${theirs} answers`, hear)
    if (answer === undefined) throw new Error('The other world of the page is gone')
    if (!answer.ok) throw new Error(String(answer.value))
    return decode(answer.value)
  }

  bus.addEventListener(`${mine} called`, (event) => {
    const { id, args } = (event as CustomEvent<{ id: number; args: unknown[] }>).detail
    let detail: { ok: boolean; value: unknown }
    try {
      detail = { ok: true, value: encode(functions.get(id)?.(...args.map(decode))) }
    } catch (error) {
      detail = { ok: false, value: error instanceof Error ? error.message : String(error) }
    }
    bus.dispatchEvent(new CustomEvent(`${mine} answers`, { detail }))
  })
  return { encode, decode }
}

/** In the page's own world, before any script of the page. */
export function prepareMainWorld(secret: string, bridge: typeof makeBridge): void {
  const meet = (event: Event) => {
    window.removeEventListener(secret, meet, true)
    event.stopImmediatePropagation()
    const bus = (event as MouseEvent).relatedTarget
    if (bus === null) return
    const { decode } = bridge(bus, 'page', 'preload')
    // Answers null, as with a handler that denies. Main's handler is asked; where it allows, the test host complains.
    window.open = (url) => {
      bus.dispatchEvent(new CustomEvent('open', { detail: String(new URL(url ?? 'about:blank', document.baseURI)) }))
      return null
    }
    bus.addEventListener('expose', (exposed) => {
      const { key, api } = (exposed as CustomEvent<{ key: string; api: unknown }>).detail
      Object.defineProperty(window, key, { value: decode(api), enumerable: true, writable: false, configurable: false })
    })
  }
  window.addEventListener(secret, meet, true)
}

/** In the preload's world: what `require('electron')` gives there, and then the preload itself. */
export function runPreload(secret: string, bridge: typeof makeBridge, preload: Preload): void {
  if (window.top !== window) return
  // Given by the browser to this world alone.
  const host = globalThis as unknown as IsolatedGlobals
  const send = host.stintTestHostSend
  const bus = new EventTarget()
  window.dispatchEvent(new MouseEvent(secret, { relatedTarget: bus }))
  const { encode } = bridge(bus, 'preload', 'page')

  const listeners = new Map<string, { hear: (...args: unknown[]) => void; once: boolean }[]>()
  const invoked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const ports = new Map<number, MessagePort>()
  let lastInvoke = 0
  let lastPort = 0

  const say = (message: object) => send(JSON.stringify(message))
  bus.addEventListener('open', (event) => say({ kind: 'open', url: (event as CustomEvent<string>).detail }))

  function keepPort(id: number, port: MessagePort): void {
    ports.set(id, port)
    port.onmessage = ({ data }) => say({ kind: 'port-message', port: id, data: plain(data) })
    port.addEventListener('close', () => {
      ports.delete(id)
      say({ kind: 'port-close', port: id })
    })
  }

  /** Strings and plain data is all that is carried; anything else is refused rather than changed on the way. */
  function plain(value: unknown): unknown {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      throw new Error('An object could not be cloned.')
    }
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(plain)
    if (Object.prototype.toString.call(value) !== '[object Object]')
      throw new Error('The test host carries plain data only')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
  }

  host.stintTestHostReceive = (line) => {
    const message = JSON.parse(line)
    if (message.kind === 'port-message') return ports.get(message.port)?.postMessage(message.data)
    if (message.kind === 'port-close') {
      ports.get(message.port)?.close()
      return void ports.delete(message.port)
    }
    if (message.kind === 'answer') {
      const call = invoked.get(message.id)
      invoked.delete(message.id)
      return message.ok ? call?.resolve(message.value) : call?.reject(new Error(message.value))
    }
    const given = (message.ports as number[]).map((id) => {
      const { port1, port2 } = new MessageChannel()
      keepPort(id, port1)
      return port2
    })
    const heard = listeners.get(message.channel) ?? []
    listeners.set(
      message.channel,
      heard.filter(({ once }) => !once),
    )
    for (const { hear } of heard) hear({ sender: ipcRenderer, ports: given }, ...message.args)
  }

  function listen(channel: string, hear: (...args: unknown[]) => void, once: boolean) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { hear, once }])
    return ipcRenderer
  }

  const ipcRenderer: Record<string, (...args: never[]) => unknown> = {
    on: (channel: string, hear: (...args: unknown[]) => void) => listen(channel, hear, false),
    once: (channel: string, hear: (...args: unknown[]) => void) => listen(channel, hear, true),
    off(channel: string, hear: (...args: unknown[]) => void) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one.hear !== hear),
      )
      return ipcRenderer
    },
    send: (channel: string, ...args: unknown[]) => say({ kind: 'send', channel, args: args.map(plain), ports: [] }),
    postMessage(channel: string, message: unknown, transfer: MessagePort[] = []) {
      const ids = transfer.map((port) => {
        lastPort--
        keepPort(lastPort, port)
        return lastPort
      })
      say({ kind: 'send', channel, args: [plain(message)], ports: ids })
    },
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastInvoke++
        invoked.set(lastInvoke, { resolve, reject })
        say({ kind: 'invoke', id: lastInvoke, channel, args: args.map(plain) })
      }),
  }

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
      bus.dispatchEvent(new CustomEvent('expose', { detail: { key, api: encode(api) } }))
    },
  }

  const loud = (name: string, target: object) =>
    new Proxy(target, {
      get(object, key) {
        if (key in object || typeof key === 'symbol') return Reflect.get(object, key)
        throw new Error(`electron.${name}.${key} is not in the test host (tests/electron-host)`)
      },
    })
  const electron = loud('renderer', {
    ipcRenderer: loud('ipcRenderer', ipcRenderer),
    contextBridge: loud('contextBridge', contextBridge),
  })
  try {
    preload((name) => {
      if (name === 'electron' || name === 'electron/renderer') return electron
      throw new Error(`module not found: ${name}`)
    })
  } catch (error) {
    say({ kind: 'preload-error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** The scripts of the two worlds, in the order in which they have to run. */
export function worldScripts(secret: string, preload: string | undefined): { main: string; isolated: string } {
  const name = JSON.stringify(secret)
  const cjs = `(require) => { const module = { exports: {} }; const exports = module.exports; ${preload ?? ''}\n}`
  return {
    main: `(${prepareMainWorld})(${name}, ${makeBridge})`,
    isolated: `(${runPreload})(${name}, ${makeBridge}, ${cjs})`,
  }
}
