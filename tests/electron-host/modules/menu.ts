import type * as Electron from 'electron'
import { windowStatics } from './browser-window.ts'

export interface ShownItem {
  readonly label: string
  readonly type: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly accelerator: string | null
  readonly role: string | null
  readonly submenu: readonly ShownItem[]
}

type ItemOptions = Electron.MenuItemConstructorOptions

export class MenuItem
  implements
    Pick<Electron.MenuItem, 'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked' | 'sublabel' | 'toolTip'>
{
  readonly options: ItemOptions
  id: string
  label: string
  type: Electron.MenuItem['type']
  enabled: boolean
  visible: boolean
  checked: boolean
  sublabel: string
  toolTip: string
  accelerator: string | null
  role: string | undefined
  submenu: Menu | undefined

  constructor(options: ItemOptions) {
    this.options = options
    const { role, submenu } = options
    if (options.label === undefined && role === undefined && options.type !== 'separator') {
      throw new TypeError('A menu item needs a label, a role or the type separator')
    }
    this.id = options.id ?? ''
    this.label = options.label ?? role ?? ''
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu')
    this.enabled = options.enabled !== false
    this.visible = options.visible !== false
    this.checked = options.checked === true
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? null
    this.role = role
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined)
  }

  /** As a person's click: nothing happens to a disabled item. */
  press(): void {
    if (!this.enabled) throw new Error(`"${this.label}" is disabled`)
    if (this.type === 'checkbox') this.checked = !this.checked
    const window = windowStatics.getFocusedWindow() ?? undefined
    // Main's listener takes Electron's own types; these are the same things of the test host.
    const click = this.options.click as ((item: MenuItem, window: unknown, event: object) => void) | undefined
    if (click !== undefined) click(this, window, { triggeredByAccelerator: false })
    else if (this.role === 'close') window?.close()
    else if (this.role === 'minimize') window?.minimize()
    else if (this.role === undefined) throw new Error(`"${this.label}" does nothing`)
    else throw new Error(`The role ${this.role} is Electron's own and not in the test host`)
  }

  shown(): ShownItem {
    const { label, type, enabled, checked, accelerator, role } = this
    const submenu = this.submenu?.items.filter((item) => item.visible).map((item) => item.shown()) ?? []
    return { label, type, enabled, checked, accelerator, role: role ?? null, submenu }
  }
}

let applicationMenu: Menu | null = null

export class Menu implements Pick<Electron.Menu, 'closePopup'> {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }

  popup(): void {
    throw new Error('Context menus are not in the test host')
  }

  closePopup(): void {
    // None is open.
  }

  shown(): readonly ShownItem[] {
    return this.items.filter((item) => item.visible).map((item) => item.shown())
  }

  /** `['File', 'Quit']`; a label is found without its mnemonic and with or without the time at its end. */
  find(path: readonly string[]): MenuItem {
    const [label, ...rest] = path
    const found = this.items.find((item) => item.visible && item.label.replace('&', '') === label)
    const here = this.items.map((item) => `"${item.label}"`).join(', ')
    if (found === undefined) throw new Error(`No "${label}" in the menu of ${here}`)
    if (rest.length === 0) return found
    if (found.submenu === undefined) throw new Error(`"${label}" has no menu`)
    return found.submenu.find(rest)
  }
}

export const menuControls = {
  menu: () => applicationMenu?.shown() ?? null,
  clickMenu(path: readonly string[]) {
    if (applicationMenu === null) throw new Error('There is no application menu')
    applicationMenu.find(path).press()
  },
}
