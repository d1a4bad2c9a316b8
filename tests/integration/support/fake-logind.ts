import { Variant } from '@jellybrick/dbus-next'
import type { PrivateBus } from './private-bus.ts'

const LOGIND_PATH = '/org/freedesktop/login1'
const SESSION_PATH = '/org/freedesktop/login1/session/_31'

/** logind as a service of a private bus, with one session; `hints` are the properties it begins with. */
export async function serveLogind(of: PrivateBus, hints: Record<string, unknown> = {}) {
  const asked: string[] = []
  const served = await of.serve('org.freedesktop.login1', (call) => {
    asked.push(call.member)
    if (call.member === 'Get') return ['v', [new Variant('s', '1')]]
    if (call.member === 'GetSession') return ['o', [SESSION_PATH]]
    if (call.member !== 'GetAll') return undefined
    const all = { LockedHint: false, Active: true, IdleHint: false, ...hints }
    return ['a{sv}', [Object.fromEntries(Object.entries(all).map(([name, value]) => [name, new Variant('b', value)]))]]
  })
  return {
    asked,
    ...served,
    manager: (member: string, isGoing: boolean) =>
      served.signal(LOGIND_PATH, 'org.freedesktop.login1.Manager', member, 'b', [isGoing]),
    session: (member: string) => served.signal(SESSION_PATH, 'org.freedesktop.login1.Session', member, '', []),
    change: (name: string, value: boolean, path = SESSION_PATH) =>
      served.signal(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [
        'org.freedesktop.login1.Session',
        { [name]: new Variant('b', value) },
        [],
      ]),
  }
}
