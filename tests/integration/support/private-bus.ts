import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { type EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next'

export const hasDbusDaemon =
  process.platform === 'linux' && spawnSync('dbus-daemon', ['--version'], { stdio: 'ignore' }).status === 0

/** Why tests on a real bus cannot run here; undefined: they can. */
export const noBusReason = hasDbusDaemon ? undefined : 'there is no dbus-daemon here (Debian: apt install dbus)'

export interface PrivateBus {
  readonly address: string
  /** A service under `name`; `answer` gives signature and body for a member, or undefined for an error. */
  serve(
    name: string,
    answer: (call: Message) => readonly [signature: string, body: unknown[]] | undefined,
  ): Promise<Served>
  stop(): Promise<void>
}

export interface Served {
  signal(path: string, iface: string, member: string, signature: string, body: unknown[]): void
  /** The same to every connection by its own name, past whatever it asked the bus for. */
  signalEach(path: string, iface: string, member: string, signature: string, body: unknown[]): Promise<void>
  /** Gives the name back, as a service that ends does. */
  leave(): Promise<void>
}

/** A real dbus-daemon of the test's own, on a socket of its own. */
export async function startPrivateBus(): Promise<PrivateBus> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface(daemon.stdout)
  const [address] = (await once(lines, 'line')) as [string]
  const buses: MessageBus[] = []
  return {
    address,
    async serve(name, answer) {
      const bus = sessionBus({ busAddress: address })
      buses.push(bus)
      ignoreErrors(bus)
      bus.addMethodHandler((call) => {
        const reply = answer(call)
        if (reply === undefined) bus.send(Message.newError(call, 'org.freedesktop.DBus.Error.UnknownMethod', 'No.'))
        else bus.send(Message.newMethodReturn(call, reply[0], reply[1]))
        return true
      })
      await bus.requestName(name)
      return {
        signal: (...of) => bus.send(Message.newSignal(...of)),
        async signalEach(...of) {
          for (const destination of await connections(bus)) {
            const signal = Message.newSignal(...of)
            signal.destination = destination
            bus.send(signal)
          }
        },
        leave: async () => void (await bus.releaseName(name)),
      }
    },
    async stop() {
      for (const bus of buses) bus.disconnect()
      lines.close()
      await ended(daemon)
    },
  }
}

/** The daemon is killed at the end of a test; a service of the test need not say so. */
function ignoreErrors(bus: EventEmitter): void {
  bus.on('error', () => undefined)
}

async function connections(bus: MessageBus): Promise<string[]> {
  const path = '/org/freedesktop/DBus'
  const name = 'org.freedesktop.DBus'
  const reply = await bus.call(new Message({ destination: name, path, interface: name, member: 'ListNames' }))
  const names = reply?.body[0]
  return Array.isArray(names) ? names.filter((one) => String(one).startsWith(':')) : []
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
