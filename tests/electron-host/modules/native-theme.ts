import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

let isDark = false

class HostTheme
  extends EventEmitter
  implements
    Pick<
      Electron.NativeTheme,
      'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'themeSource' | 'shouldUseHighContrastColors'
    >
{
  themeSource: Electron.NativeTheme['themeSource'] = 'system'
  shouldUseHighContrastColors = false
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'system' ? isDark : this.themeSource === 'dark'
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return isDark
  }
}

export const nativeTheme = new HostTheme()

export const themeControls = {
  setSystemDark(is: boolean) {
    isDark = is
    nativeTheme.emit('updated')
  },
}
