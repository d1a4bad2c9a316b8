import type { PowerSignal } from '../../core/ports/power.ts'
import type { BusLink } from '../dbus/bus-link.ts'

/** The same interface under one name per desktop; several may be there at once and say the same. */
const NAMES = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
]

export interface ScreenSaverEvents {
  tell(signal: PowerSignal): void
  available(name: string, is: boolean): void
}

/** Screen savers on the session bus: while one is on, nobody works at this screen. */
export function followScreenSavers(link: BusLink, { tell, available }: ScreenSaverEvents): void {
  for (const name of NAMES) {
    let isOn = false
    const path = `/${name.replaceAll('.', '/')}`

    function changed(on: unknown): void {
      if (typeof on !== 'boolean' || on === isOn) return
      isOn = on
      tell(on ? 'lock' : 'unlock')
    }

    link.follow({
      name,
      // From any path: KDE's older ones say it from /ScreenSaver.
      signals: [{ interface: name, member: 'ActiveChanged', hear: ([on]) => changed(on) }],
      came() {
        available(name, true)
        void link
          .call({ destination: name, path, interface: name, member: 'GetActive' })
          .then((answer) => changed(answer.ok ? answer.value[0] : undefined))
      },
      went() {
        available(name, false)
        // Nobody is left to say that it went off.
        changed(false)
      },
    })
  }
}
