import type { PowerSignal } from '../../core/ports/power.ts'
import type { BusLink } from '../dbus/bus-link.ts'
import { variantIn } from '../dbus/variant-in.ts'

const NAME = 'org.freedesktop.login1'
const MANAGER = { destination: NAME, path: '/org/freedesktop/login1', interface: `${NAME}.Manager` }
const SESSION = `${NAME}.Session`
const PROPERTIES = 'org.freedesktop.DBus.Properties'

export interface LogindEvents {
  tell(signal: PowerSignal): void
  /** The desktop says whether anybody is there; most say so only after minutes, some never. */
  idleHint(isIdle: boolean): void
  available(is: boolean): void
}

/**
 * systemd-logind on the system bus: sleep and shutdown of the machine; lock, and who has the seat, of this person's
 * session. A process that has no session of its own (cron, a user service) hears of the person's graphical one.
 * Source: org.freedesktop.login1(5).
 */
export function followLogind(link: BusLink, { tell, idleHint, available }: LogindEvents): void {
  let sessionPath: string | undefined
  /** What was told last: a change is told once, and the state at the beginning only where somebody is away. */
  let isLocked = false
  let isActive = true

  function readSession(properties: unknown): void {
    const locked = variantIn(properties, 'LockedHint')
    if (typeof locked === 'boolean' && locked !== isLocked) {
      isLocked = locked
      tell(locked ? 'lock' : 'unlock')
    }
    const active = variantIn(properties, 'Active')
    if (typeof active === 'boolean' && active !== isActive) {
      isActive = active
      tell(active ? 'user-back' : 'user-left')
    }
    const idle = variantIn(properties, 'IdleHint')
    if (typeof idle === 'boolean') idleHint(idle)
  }

  function hearSession(path: string): void {
    if (path === sessionPath) return
    sessionPath = path
    // Requests to lock come even where no screen locker says LockedHint.
    link.hear(NAME, { path, interface: SESSION, member: 'Lock', hear: () => tell('lock') })
    link.hear(NAME, { path, interface: SESSION, member: 'Unlock', hear: () => tell('unlock') })
    link.hear(NAME, {
      path,
      interface: PROPERTIES,
      member: 'PropertiesChanged',
      hear: ([of, changed]) => {
        if (of === SESSION) readSession(changed)
      },
    })
  }

  async function findSession(): Promise<void> {
    const call = { destination: NAME, path: '/org/freedesktop/login1/session/auto', interface: PROPERTIES }
    const id = await link.call({ ...call, member: 'Get', signature: 'ss', body: [SESSION, 'Id'] })
    const name = id.ok ? variantIn({ id: id.value[0] }, 'id') : undefined
    if (typeof name !== 'string') return
    // Signals come from the session's own path, never from the alias.
    const found = await link.call({ ...MANAGER, member: 'GetSession', signature: 's', body: [name] })
    const path = found.ok ? found.value[0] : undefined
    if (typeof path !== 'string') return
    hearSession(path)
    const all = await link.call({ ...call, path, member: 'GetAll', signature: 's', body: [SESSION] })
    if (all.ok) readSession(all.value[0])
  }

  link.follow({
    name: NAME,
    signals: [
      {
        ...MANAGER,
        member: 'PrepareForSleep',
        hear: ([isGoing]) => tell(isGoing === true ? 'suspend' : 'resume'),
      },
      {
        ...MANAGER,
        member: 'PrepareForShutdown',
        hear: ([isGoing]) => {
          // false: the shutdown was called off, and the machine simply goes on.
          if (isGoing === true) tell('shutdown')
        },
      },
    ],
    came() {
      available(true)
      void findSession()
    },
    went: () => available(false),
  })
}
