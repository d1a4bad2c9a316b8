import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { TrayAct, TrayItem } from './tray-model.ts'

export function buildTrayMenu(items: readonly TrayItem[], run: (act: TrayAct) => void): Menu {
  return Menu.buildFromTemplate(
    items.map((item): MenuItemConstructorOptions => {
      if (item.kind === 'separator') return { type: 'separator' }
      if (item.kind === 'text') return { label: item.label, enabled: false }
      return { label: item.label, click: () => run(item.act) }
    }),
  )
}
