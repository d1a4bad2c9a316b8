import { type BusName, busAddress } from '../dbus/bus-address.ts'

/** Names that somebody has on a bus now, or that the bus can start somebody for. undefined: no such bus. */
export interface BusNames {
  readonly session: ReadonlySet<string> | undefined
  readonly system: ReadonlySet<string> | undefined
}

export async function askBuses(env: NodeJS.ProcessEnv): Promise<BusNames> {
  const [session, system] = await Promise.all([namesOn('session', env), namesOn('system', env)])
  return { session, system }
}

async function namesOn(bus: BusName, env: NodeJS.ProcessEnv): Promise<ReadonlySet<string> | undefined> {
  const address = busAddress(bus, env)
  if (address === undefined) return undefined
  const { openBusLink } = await import('../dbus/open-bus-link.ts')
  const opened = await openBusLink(address, () => undefined, new AbortController().signal)
  if (!opened.ok) return undefined
  const link = opened.value
  const name = 'org.freedesktop.DBus'
  const asked = ['ListNames', 'ListActivatableNames'].map((member) =>
    link.call({ destination: name, path: '/org/freedesktop/DBus', interface: name, member }),
  )
  const answers = await Promise.all(asked)
  link.close()
  return new Set(answers.flatMap((answer) => (answer.ok ? strings(answer.value[0]) : [])))
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
