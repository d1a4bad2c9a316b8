import { existsSync } from 'node:fs'

export type BusName = 'session' | 'system'

/**
 * Where a D-Bus of this machine listens, or undefined where there is none (a container, a plain terminal, not Linux).
 * Only sockets in the file system or the abstract space: other forms of address start programs or reach out over TCP.
 */
export function busAddress(bus: BusName, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (process.platform !== 'linux') return undefined
  const named = env[bus === 'session' ? 'DBUS_SESSION_BUS_ADDRESS' : 'DBUS_SYSTEM_BUS_ADDRESS']
  if (named !== undefined && named !== '') return named.split(';').find((address) => address.startsWith('unix:'))
  const socket = bus === 'session' ? userSocket(env['XDG_RUNTIME_DIR']) : '/run/dbus/system_bus_socket'
  return socket !== undefined && existsSync(socket) ? `unix:path=${socket}` : undefined
}

/** Where systemd keeps a person's session bus, also when the terminal's environment does not say so (cron, ssh). */
function userSocket(runtimeDir: string | undefined): string | undefined {
  return runtimeDir === undefined || runtimeDir === '' ? undefined : `${runtimeDir}/bus`
}
