/**
 * Where a shortcut works: `everywhere`; on the `today` page; while an `entry` row has the focus. Two actions may share
 * a key only where they can never both be meant.
 */
export type ActionScope = 'everywhere' | 'today' | 'entry'

export interface ActionInfo {
  readonly id: string
  readonly title: string
  readonly group: 'Timer' | 'Entries' | 'Day' | 'Go to' | 'Lists' | 'Edit' | 'View' | 'Help'
  /** `mod` is Ctrl, or ⌘ on a Mac; a space separates keys pressed one after the other. '' is none. */
  readonly shortcut: string
  readonly scope: ActionScope
  /** More words to find it by in the palette. */
  readonly keywords?: string
}

/** Every action there is: the palette, shortcuts, tooltips and the settings page all read this list. */
export const ACTIONS = [
  { id: 'timer.toggle', title: 'Start or stop the timer', group: 'Timer', shortcut: 's', scope: 'everywhere' },
  { id: 'timer.focus', title: 'Write what you are working on', group: 'Timer', shortcut: 'n', scope: 'everywhere' },
  {
    id: 'timer.switch',
    title: 'Switch to something else',
    group: 'Timer',
    shortcut: 'w',
    scope: 'everywhere',
    keywords: 'new next',
  },
  {
    id: 'timer.continue',
    title: 'Continue the last entry',
    group: 'Timer',
    shortcut: 'c',
    scope: 'everywhere',
    keywords: 'resume',
  },
  {
    id: 'timer.discard',
    title: 'Discard the running timer',
    group: 'Timer',
    shortcut: 'shift+backspace',
    scope: 'everywhere',
    keywords: 'cancel delete',
  },
  {
    id: 'timer.project',
    title: 'Choose the timer’s project',
    group: 'Timer',
    shortcut: 'p',
    scope: 'everywhere',
    keywords: 'activity',
  },
  { id: 'timer.tags', title: 'Choose the timer’s tags', group: 'Timer', shortcut: '#', scope: 'everywhere' },
  {
    id: 'timer.item',
    title: 'Choose the timer’s work item',
    group: 'Timer',
    shortcut: 'i',
    scope: 'everywhere',
    keywords: 'issue ticket',
  },
  {
    id: 'timer.billable',
    title: 'Turn billable on or off',
    group: 'Timer',
    shortcut: 'b',
    scope: 'everywhere',
    keywords: 'money',
  },
  {
    id: 'timer.offComputer',
    title: 'Turn “away from the computer” on or off',
    group: 'Timer',
    shortcut: '',
    scope: 'everywhere',
    keywords: 'meeting',
  },
  {
    id: 'timer.startTime',
    title: 'Change when the timer started',
    group: 'Timer',
    shortcut: 'shift+s',
    scope: 'everywhere',
    keywords: 'begin earlier',
  },
  { id: 'timer.templates', title: 'Start from a template', group: 'Timer', shortcut: 'shift+t', scope: 'everywhere' },

  // Two keys each: time must not go by a slip of one. They are possible only while the question is open.
  {
    id: 'absence.keep',
    title: 'Keep the time you were away',
    group: 'Timer',
    shortcut: 'q k',
    scope: 'everywhere',
    keywords: 'absence idle question answer',
  },
  {
    id: 'absence.discard',
    title: 'Discard the time you were away',
    group: 'Timer',
    shortcut: 'q d',
    scope: 'everywhere',
    keywords: 'absence idle question answer remove',
  },
  {
    id: 'absence.stop',
    title: 'Discard the time you were away, and stop',
    group: 'Timer',
    shortcut: 'q s',
    scope: 'everywhere',
    keywords: 'absence idle question answer remove end',
  },
  {
    id: 'absence.move',
    title: 'Move the time you were away to another entry…',
    group: 'Timer',
    shortcut: 'q m',
    scope: 'everywhere',
    keywords: 'absence idle question answer',
  },
  {
    id: 'absence.split',
    title: 'Split the time you were away…',
    group: 'Timer',
    shortcut: 'q p',
    scope: 'everywhere',
    keywords: 'absence idle question answer divide parts',
  },

  { id: 'today.add', title: 'Add an entry by hand', group: 'Day', shortcut: 'a', scope: 'today', keywords: 'manual' },
  { id: 'today.list', title: 'Move to the list of entries', group: 'Day', shortcut: 'l', scope: 'today' },
  { id: 'today.previous', title: 'Day before', group: 'Day', shortcut: '[', scope: 'today', keywords: 'yesterday' },
  { id: 'today.next', title: 'Day after', group: 'Day', shortcut: ']', scope: 'today', keywords: 'tomorrow' },
  { id: 'today.today', title: 'Back to today', group: 'Day', shortcut: 't', scope: 'today' },
  { id: 'today.pick', title: 'Go to a day', group: 'Day', shortcut: 'd', scope: 'today', keywords: 'date calendar' },
  { id: 'today.zoomIn', title: 'Enlarge the timeline', group: 'Day', shortcut: '+', scope: 'today', keywords: 'zoom' },
  { id: 'today.zoomOut', title: 'Shrink the timeline', group: 'Day', shortcut: '-', scope: 'today', keywords: 'zoom' },

  { id: 'entry.edit', title: 'Edit the note', group: 'Entries', shortcut: 'enter', scope: 'entry' },
  { id: 'entry.select', title: 'Select or let go', group: 'Entries', shortcut: 'space', scope: 'entry' },
  {
    id: 'entry.continue',
    title: 'Continue this entry',
    group: 'Entries',
    shortcut: 'r',
    scope: 'entry',
    keywords: 'resume',
  },
  { id: 'entry.duplicate', title: 'Duplicate', group: 'Entries', shortcut: 'mod+d', scope: 'entry', keywords: 'copy' },
  { id: 'entry.split', title: 'Split…', group: 'Entries', shortcut: 'x', scope: 'entry', keywords: 'cut' },
  {
    id: 'entry.merge',
    title: 'Merge with the next, or all selected',
    group: 'Entries',
    shortcut: 'm',
    scope: 'entry',
    keywords: 'join',
  },
  { id: 'entry.delete', title: 'Delete', group: 'Entries', shortcut: 'delete', scope: 'entry', keywords: 'remove' },
  { id: 'entry.saveTemplate', title: 'Save as a template', group: 'Entries', shortcut: '', scope: 'entry' },

  { id: 'go.today', title: 'Go to Today', group: 'Go to', shortcut: 'g t', scope: 'everywhere' },
  {
    id: 'go.projects',
    title: 'Go to Projects',
    group: 'Go to',
    shortcut: 'g p',
    scope: 'everywhere',
    keywords: 'clients tags',
  },
  { id: 'go.search', title: 'Go to Search', group: 'Go to', shortcut: '/', scope: 'everywhere', keywords: 'find' },
  {
    id: 'go.import',
    title: 'Go to Import',
    group: 'Go to',
    shortcut: 'g i',
    scope: 'everywhere',
    keywords: 'toggl csv timewarrior export',
  },
  {
    id: 'go.settings',
    title: 'Go to Settings',
    group: 'Go to',
    shortcut: 'g s',
    scope: 'everywhere',
    keywords: 'preferences backup shortcuts',
  },
  {
    id: 'notices.show',
    title: 'Show notifications',
    group: 'Go to',
    shortcut: 'g n',
    scope: 'everywhere',
    keywords: 'bell inbox reminders unread',
  },

  {
    id: 'list.new',
    title: 'New thing on this list',
    group: 'Lists',
    shortcut: 'shift+n',
    scope: 'everywhere',
    keywords: 'create project client activity tag work item template',
  },
  { id: 'list.filter', title: 'Filter this list', group: 'Lists', shortcut: 'f', scope: 'everywhere' },

  { id: 'edit.undo', title: 'Undo', group: 'Edit', shortcut: 'mod+z', scope: 'everywhere' },
  { id: 'edit.redo', title: 'Redo', group: 'Edit', shortcut: 'mod+shift+z', scope: 'everywhere' },
  {
    id: 'notices.read',
    title: 'Mark all notifications as read',
    group: 'Edit',
    shortcut: '',
    scope: 'everywhere',
    keywords: 'bell inbox reminders',
  },

  {
    id: 'view.light',
    title: 'Use the light theme',
    group: 'View',
    shortcut: '',
    scope: 'everywhere',
    keywords: 'appearance',
  },
  {
    id: 'view.dark',
    title: 'Use the dark theme',
    group: 'View',
    shortcut: '',
    scope: 'everywhere',
    keywords: 'appearance',
  },
  {
    id: 'view.system',
    title: 'Use the system’s theme',
    group: 'View',
    shortcut: '',
    scope: 'everywhere',
    keywords: 'appearance',
  },
  {
    id: 'view.density',
    title: 'Comfortable or compact rows',
    group: 'View',
    shortcut: '',
    scope: 'everywhere',
    keywords: 'density appearance',
  },

  {
    id: 'help.palette',
    title: 'Search everything Stint can do',
    group: 'Help',
    shortcut: 'mod+k',
    scope: 'everywhere',
    keywords: 'palette commands',
  },
  {
    id: 'help.shortcuts',
    title: 'Show all shortcuts',
    group: 'Help',
    shortcut: '?',
    scope: 'everywhere',
    keywords: 'keyboard',
  },
] as const satisfies readonly ActionInfo[]

export type ActionId = (typeof ACTIONS)[number]['id']

const infoById = new Map<string, ActionInfo>(ACTIONS.map((action) => [action.id, action]))

export function actionInfo(id: ActionId): ActionInfo {
  const info = infoById.get(id)
  if (info === undefined) throw new Error(`No action is called ${id}`)
  return info
}
