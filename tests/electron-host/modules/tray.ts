import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { needsStart } from './app-life.ts'
import { HostEvent } from './host-event.ts'
import type { Menu } from './menu.ts'
import type { HostImage } from './native-image.ts'

let shown: HostTray | undefined
let isBroken = process.env['STINT_TEST_HOST_WITHOUT']?.includes('tray') === true
let made = 0
let menusSet = 0

export class HostTray
  extends EventEmitter
  implements Pick<Electron.Tray, 'setTitle' | 'getTitle' | 'setToolTip' | 'destroy' | 'isDestroyed'>
{
  menu: Menu | null = null
  image: HostImage
  title = ''
  toolTip = ''
  #isDestroyed = false

  constructor(image: HostImage) {
    super()
    needsStart('Tray')
    if (isBroken) throw new Error('This desktop has no tray')
    this.image = HostTray.#checked(image)
    made++
    shown = this
  }

  static #checked(image: HostImage): HostImage {
    if (image.isEmpty()) throw new Error(`The tray was given an empty image: ${image.file}`)
    return image
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu
    menusSet++
  }
  setImage(image: HostImage): void {
    this.image = HostTray.#checked(image)
  }
  setTitle(title: string): void {
    this.title = title
  }
  getTitle = (): string => this.title
  setToolTip(text: string): void {
    this.toolTip = text
  }
  isDestroyed = (): boolean => this.#isDestroyed
  destroy(): void {
    this.#isDestroyed = true
    if (shown === this) shown = undefined
  }
}

export const trayControls = {
  /** null: no tray is shown. */
  tray: () =>
    shown === undefined
      ? null
      : {
          title: shown.title,
          toolTip: shown.toolTip,
          image: shown.image.file,
          menu: shown.menu?.shown() ?? [],
          made,
          menusSet,
        },
  clickTray: (label: string) => {
    if (shown?.menu == null) throw new Error('The tray has no menu')
    shown.menu.find([label]).press()
  },
  pressTray: () => shown?.emit('click', new HostEvent(), { x: 0, y: 0, width: 0, height: 0 }),
  /** From here on no tray can be made. */
  breakTray: () => {
    isBroken = true
  },
}
