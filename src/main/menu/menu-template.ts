import type { MenuItemConstructorOptions } from 'electron'
import { ACTIONS, type ActionInfo } from '../../shared/actions/action-list.ts'
import { toAccelerator } from '../../shared/actions/to-accelerator.ts'

export interface MenuParts {
  readonly platform: NodeJS.Platform
  /** The person's own shortcuts by action; '' is none. */
  readonly shortcuts: Readonly<Record<string, string>>
  /** Not in a packaged Stint. */
  readonly developer: boolean
  readonly runAction: (id: string) => void
  readonly run: (what: 'about' | 'open' | 'mini' | 'settings' | 'profile-folder' | 'quit') => void
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The application menu: every action of the palette, and what a system expects of a menu. Plain data. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { platform, developer, run } = parts
  const isMac = platform === 'darwin'
  const of = (...groups: ActionInfo['group'][]) => actionItems(parts, groups)
  const about: MenuItemConstructorOptions = { label: 'About Stint', click: () => run('about') }
  const quit: MenuItemConstructorOptions = isMac
    ? { role: 'quit', label: 'Quit Stint' }
    : { label: 'Quit Stint', accelerator: 'CommandOrControl+Q', click: () => run('quit') }

  return [
    ...(isMac ? [appMenu(about, quit, run)] : []),
    {
      label: isMac ? 'File' : 'Stint',
      submenu: [
        { label: 'Open Stint', click: () => run('open') },
        { label: 'Mini window', click: () => run('mini') },
        SEPARATOR,
        { label: 'Open the profile’s folder', click: () => run('profile-folder') },
        SEPARATOR,
        { role: 'close', label: 'Close window' },
        ...(isMac ? [] : [quit]),
      ],
    },
    { label: 'Timer', submenu: of('Timer') },
    { label: 'Edit', submenu: editMenu(of('Edit'), isMac) },
    { label: 'Entries', submenu: of('Entries') },
    { label: 'Day', submenu: of('Day') },
    { label: 'Go', submenu: [...of('Go to'), SEPARATOR, ...of('Lists')] },
    {
      label: 'View',
      submenu: [
        ...of('View'),
        SEPARATOR,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        SEPARATOR,
        { role: 'togglefullscreen' },
        ...(developer ? [SEPARATOR, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    { role: 'help', label: 'Help', submenu: [...of('Help'), ...(isMac ? [] : [SEPARATOR, about])] },
  ]
}

function appMenu(
  about: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
  run: MenuParts['run'],
): MenuItemConstructorOptions {
  return {
    label: 'Stint',
    submenu: [
      about,
      SEPARATOR,
      { label: 'Settings…', accelerator: 'Command+,', click: () => run('settings') },
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      quit,
    ],
  }
}

/** On a Mac the text fields' own keys work only while the menu has them. */
function editMenu(actions: MenuItemConstructorOptions[], isMac: boolean): MenuItemConstructorOptions[] {
  const typing: MenuItemConstructorOptions[] = isMac
    ? [SEPARATOR, { role: 'undo', label: 'Undo Typing' }, { role: 'redo', label: 'Redo Typing' }]
    : []
  return [...actions, ...typing, SEPARATOR, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
}

function actionItems(parts: MenuParts, groups: readonly ActionInfo['group'][]): MenuItemConstructorOptions[] {
  const actions: readonly ActionInfo[] = ACTIONS
  return actions
    .filter(({ group }) => groups.includes(group))
    .map(({ id, title, shortcut }) => ({
      id,
      label: title.replaceAll('&', '&&'),
      click: () => parts.runAction(id),
      ...shownKeys(parts.shortcuts[id] ?? shortcut, parts.platform),
    }))
}

/**
 * The keys are shown, and the page alone acts on them: it knows what has the focus and whether something is being typed.
 * A Mac cannot show keys without acting on them, so there only those that a page has refused reach the menu, and keys
 * without ⌘ are left out: they would be taken from the text that is being typed.
 */
function shownKeys(shortcut: string, platform: NodeJS.Platform): Partial<MenuItemConstructorOptions> {
  const accelerator = toAccelerator(shortcut)
  if (!accelerator.ok) return {}
  if (platform === 'darwin')
    return shortcut.startsWith('mod+') && shortcut !== 'mod+z' && shortcut !== 'mod+shift+z'
      ? { accelerator: accelerator.value }
      : {}
  return { accelerator: accelerator.value, registerAccelerator: false }
}
