import { ok } from '../../shared/result.ts'
import { defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { backupJson, bytesText } from '../present/backup-text.ts'
import { plural } from '../present/entry-answer.ts'

export const backup = defineCommand({
  name: 'backup',
  summary: 'Make a backup now',
  details: ['Stint also makes one each day, before it changes its file format, and before a restore.'],
  options: {},
  examples: [{ line: 'stint backup', what: 'before you try something bold' }],
  async run(context) {
    const made = await context.ask((client) => client.backups.create({ commandKey: commandKey() }))
    if (!made.ok) return made
    const { backup: done } = made.value
    return ok({
      json: () => ({ backup: backupJson(done, context.profileDir) }),
      text: () => [`Made ${done.name} (${plural(done.entries, 'entry', 'entries')}, ${bytesText(done.bytes)}).`],
    })
  },
})
