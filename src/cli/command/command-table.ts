import type { TableRow, TableSection } from './table-section.ts'

function row(name: string, summary: string, load: TableRow['load']): TableRow {
  return { name, summary, load }
}

/** Every command, in the order in which help shows them. */
export const commandTable: readonly TableSection[] = [
  {
    title: 'Timer',
    rows: [
      row('start', 'Start the timer', async () => (await import('../commands/start.ts')).start),
      row('stop', 'Stop the timer', async () => (await import('../commands/stop.ts')).stop),
      row(
        'continue',
        'Start again what you did last',
        async () => (await import('../commands/continue.ts')).continueEntry,
      ),
      row('discard', 'Throw the running entry away', async () => (await import('../commands/discard.ts')).discard),
      row('toggle', 'Stop the timer, or start one', async () => (await import('../commands/toggle.ts')).toggle),
      row('status', 'What is running, and today’s total', async () => (await import('../commands/status.ts')).status),
      row('away', 'Say that you leave the computer', async () => (await import('../commands/away.ts')).away),
      row('back', 'Say that you are back', async () => (await import('../commands/back.ts')).back),
      row('absence', 'Answer for time away', async () => (await import('../commands/absence.ts')).absence),
    ],
  },
  {
    title: 'Entries',
    rows: [
      row('add', 'Add time that you did not track', async () => (await import('../commands/add.ts')).add),
      row('edit', 'Change one entry or many', async () => (await import('../commands/edit.ts')).edit),
      row('rm', 'Delete entries', async () => (await import('../commands/rm.ts')).rm),
      row('split', 'Cut an entry in two', async () => (await import('../commands/split.ts')).split),
      row('merge', 'Join entries into one', async () => (await import('../commands/merge.ts')).merge),
      row('duplicate', 'Copy an entry', async () => (await import('../commands/duplicate.ts')).duplicate),
      row('day', 'One day with gaps and overlaps', async () => (await import('../commands/day.ts')).day),
      row('fix', 'Mend overlapping entries', async () => (await import('../commands/fix.ts')).fix),
      row('undo', 'Take back the last change', async () => (await import('../commands/undo.ts')).undo),
      row('redo', 'Do again what was taken back', async () => (await import('../commands/redo.ts')).redo),
      row('history', 'Changes that can be taken back', async () => (await import('../commands/history.ts')).history),
    ],
  },
  {
    title: 'Find and sum up',
    rows: [
      row('list', 'Entries, newest first', async () => (await import('../commands/list.ts')).list),
      row('search', 'Entries that hold some words', async () => (await import('../commands/search.ts')).search),
      row('report', 'Time by project, day, tag …', async () => (await import('../commands/report.ts')).report),
      row(
        'notifications',
        'What Stint told you',
        async () => (await import('../commands/notifications.ts')).notifications,
      ),
    ],
  },
  {
    title: 'What entries are about',
    rows: [
      row('projects', 'Projects', async () => (await import('../commands/projects.ts')).projects),
      row('clients', 'Clients', async () => (await import('../commands/clients.ts')).clients),
      row('activities', 'Activities', async () => (await import('../commands/activities.ts')).activities),
      row('tags', 'Tags', async () => (await import('../commands/tags.ts')).tags),
      row('items', 'Work items', async () => (await import('../commands/items.ts')).items),
      row('templates', 'Templates', async () => (await import('../commands/templates.ts')).templates),
    ],
  },
  {
    title: 'Time providers',
    rows: [
      row('accounts', 'Accounts at time providers', async () => (await import('../commands/accounts.ts')).accounts),
      row('sync', 'Send and fetch, and what became of it', async () => (await import('../commands/sync.ts')).sync),
    ],
  },
  {
    title: 'Your data',
    rows: [
      row('import', 'Bring in history from elsewhere', async () => (await import('../commands/import.ts')).importFile),
      row('imports', 'Earlier imports, and undo of one', async () => (await import('../commands/imports.ts')).imports),
      row('export', 'Write entries as CSV or JSON', async () => (await import('../commands/export.ts')).exportEntries),
      row('backup', 'Make a backup now', async () => (await import('../commands/backup.ts')).backup),
      row('backups', 'List backups', async () => (await import('../commands/backups.ts')).backups),
      row('restore', 'Put a backup back', async () => (await import('../commands/restore.ts')).restore),
      row('settings', 'Show and change settings', async () => (await import('../commands/settings.ts')).settings),
      row('doctor', 'What is wrong, and how to mend it', async () => (await import('../commands/doctor.ts')).doctor),
    ],
  },
  {
    title: 'Window and shell',
    rows: [
      row('serve', 'Serve Stint to a browser', async () => (await import('../commands/serve.ts')).serve),
      row('open', 'Open the running Stint in a browser', async () => (await import('../commands/open.ts')).open),
      row('completion', 'Tab completion for your shell', async () =>
        (await import('../commands/completion.ts')).completion(commandTable),
      ),
      row('help', 'Help for a command', async () => (await import('../commands/help.ts')).help(commandTable)),
    ],
  },
]
