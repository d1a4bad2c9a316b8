import type * as Electron from 'electron'

const calls: { readonly what: 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'; readonly target: string }[] =
  []

/** Nothing is ever opened: a test asks what would have been. */
export const shell = {
  async openExternal(url: string) {
    calls.push({ what: 'openExternal', target: url })
  },
  async openPath(file: string) {
    calls.push({ what: 'openPath', target: file })
    return ''
  },
  showItemInFolder(file: string) {
    calls.push({ what: 'showItemInFolder', target: file })
  },
  beep() {
    calls.push({ what: 'beep', target: '' })
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>

export const shellControls = { shellCalls: () => calls }
