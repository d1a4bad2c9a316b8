import { Message, type MessageBus, MessageFlag, MessageType, sessionBus } from '@jellybrick/dbus-next'
import { err, ok, type Result } from '../../shared/result.ts'
import { hangUp, hearErrors, watchOpenBus } from './bus-library.ts'
import type { BusCall, BusLink, BusSignal, FollowedService } from './bus-link.ts'

const ANSWER_WITHIN_MS = 5000
const BUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' }

type Answer = Result<readonly unknown[], string>

interface Followed {
  readonly service: FollowedService
  readonly signals: BusSignal[]
  /** The connection that has the name now, '' for none: signals bear it as their sender. */
  owner: string
}

/**
 * Connects to the bus at `address`. `lost` is told once when the connection ends by itself, and not after `close` or
 * `stopped`. Nothing here throws or leaves a rejection or an 'error' event to nobody: a desktop's bus is a convenience.
 */
export async function openBusLink(
  address: string,
  lost: () => void,
  stopped: AbortSignal,
): Promise<Result<BusLink, string>> {
  let bus: MessageBus
  try {
    bus = sessionBus({ busAddress: address })
  } catch (error) {
    return err(textOf(error))
  }
  let isOpen = false
  let isClosed = false
  /** What waits for an answer: told when there will be none. */
  const waiting = new Set<(reason: string) => void>()
  const followed = new Map<string, Followed>()

  function close(reason: string): boolean {
    if (isClosed) return false
    isClosed = true
    hangUp(bus)
    for (const fail of [...waiting]) fail(reason)
    return true
  }

  /** Settles with what `ask` answers, or after five seconds, or when the connection ends. */
  function inTime(ask: () => Promise<readonly unknown[]>): Promise<Answer> {
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(timer)
        waiting.delete(fail)
        resolve(answer)
      }
      const fail = (reason: string) => settle(err(reason))
      const timer = setTimeout(() => fail('No answer in time.'), ANSWER_WITHIN_MS)
      timer.unref()
      waiting.add(fail)
      ask().then(
        (body) => settle(ok(body)),
        (error: unknown) => fail(textOf(error)),
      )
    })
  }

  async function call({ mayStart = false, ...call }: BusCall): Promise<Answer> {
    if (isClosed) return err('The bus is closed.')
    return await inTime(async () => {
      const flags = mayStart ? {} : { flags: MessageFlag.NO_AUTO_START }
      return (await bus.call(new Message({ ...call, ...flags })))?.body ?? []
    })
  }

  function match(rule: string): void {
    void call({ ...BUS, member: 'AddMatch', signature: 's', body: [rule] })
  }

  function hear(serviceName: string, signal: BusSignal): void {
    followed.get(serviceName)?.signals.push(signal)
    const path = signal.path === undefined ? '' : `,path='${signal.path}'`
    match(`type='signal',sender='${serviceName}',interface='${signal.interface}',member='${signal.member}'${path}`)
  }

  function follow(service: FollowedService): void {
    followed.set(service.name, { service, signals: [], owner: '' })
    match(`type='signal',sender='${BUS.destination}',member='NameOwnerChanged',arg0='${service.name}'`)
    for (const signal of service.signals) hear(service.name, signal)
    void call({ ...BUS, member: 'GetNameOwner', signature: 's', body: [service.name] }).then((answer) => {
      if (answer.ok) ownerChanged(service.name, answer.value[0])
    })
  }

  function ownerChanged(name: unknown, owner: unknown): void {
    const known = typeof name === 'string' ? followed.get(name) : undefined
    if (known === undefined || typeof owner !== 'string' || known.owner === owner) return
    const had = known.owner
    known.owner = owner
    if (had !== '') known.service.went()
    if (owner !== '') known.service.came()
  }

  bus.on('message', (message) => {
    if (isClosed || message.type !== MessageType.SIGNAL) return
    if (message.sender === BUS.destination && message.member === 'NameOwnerChanged') {
      return ownerChanged(message.body[0], message.body[2])
    }
    for (const { owner, signals } of followed.values()) {
      if (owner !== message.sender) continue
      for (const signal of [...signals]) if (isOf(signal, message)) signal.hear(message.body)
    }
  })

  const opened = await inTime(
    () =>
      new Promise((resolve, reject) => {
        hearErrors(bus, (error) => {
          reject(error)
          if (close(textOf(error)) && isOpen) lost()
        })
        bus.once('connect', () => resolve([]))
        stopped.addEventListener('abort', () => reject(new Error('Stopped.')), { once: true })
      }),
  )
  if (!opened.ok || stopped.aborted || isClosed) {
    close('It never opened.')
    return err(opened.ok ? 'Stopped.' : opened.error)
  }
  isOpen = true
  watchOpenBus(bus, () => {
    if (close('The bus has ended.')) lost()
  })
  return ok({ call, follow, hear, close: () => void close('The bus is closed.') })
}

function isOf(signal: BusSignal, message: Message): boolean {
  return (
    signal.interface === message.interface &&
    signal.member === message.member &&
    (signal.path === undefined || signal.path === message.path)
  )
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
