import { app, Menu } from 'electron'
import type { Dispose } from '../../core/ports/scheduler.ts'
import type { ShellAction } from '../../shared/contract/desktop.ts'
import type { Desktop } from '../desktop.ts'
import { type MenuParts, menuTemplate } from './menu-template.ts'

/** Sets the application menu, and again only when somebody changed a shortcut. */
export function keepMenu({ live, windows, quit }: Desktop, runShell: (action: ShellAction) => void): Dispose {
  const run: MenuParts['run'] = (what) => {
    if (what === 'quit') quit()
    else if (what === 'settings') windows.runAction('go.settings')
    else if (what === 'open') windows.show()
    else if (what === 'mini') windows.showMini()
    else if (what === 'about') runShell('about')
    else runShell('open-profile-folder')
  }
  let shown = ''
  function update(): void {
    const { shortcuts } = live.current().settings
    const wanted = JSON.stringify(shortcuts)
    if (wanted === shown) return
    shown = wanted
    const template = menuTemplate({
      platform: process.platform,
      shortcuts,
      developer: !app.isPackaged,
      runAction: (id) => windows.runAction(id),
      run,
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  update()
  return live.listen(update)
}
