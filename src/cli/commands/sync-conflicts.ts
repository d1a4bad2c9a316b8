import { err, ok } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { accountOption, chosenAccounts } from '../names/find-account.ts'
import { conflictJson, conflictLines } from '../present/sync-text.ts'

const SHOWN = 500

export const listConflicts = defineCommand({
  name: 'sync conflicts',
  summary: 'What both sides changed, to be decided by you',
  options: { account: accountOption },
  examples: [{ line: 'stint sync conflicts', what: 'mine and theirs, side by side' }],
  async run(context, _args, { account }) {
    const chosen = await chosenAccounts(context, account)
    if (!chosen.ok) return chosen
    const only = account === undefined ? {} : { accountId: chosen.value[0]?.account.id }
    const asked = await context.ask((client) => client.sync.conflicts({ ...only, limit: SHOWN }))
    if (!asked.ok) return asked
    const { conflicts } = asked.value
    return ok({
      json: () => ({ conflicts: conflicts.map((conflict) => conflictJson(conflict, chosen.value)) }),
      text: () => conflictLines(context, conflicts, chosen.value),
    })
  },
})

const FIELDS = ['time', 'note', 'project', 'activity', 'tags', 'billable'] as const
const FIELD_NAMES = {
  time: 'time',
  note: 'note',
  project: 'projectId',
  activity: 'activityId',
  tags: 'tags',
  billable: 'billable',
} as const

export const resolveConflict = defineCommand({
  name: 'sync resolve',
  summary: 'Decide a conflict',
  args: [
    argument('<conflict>', 'As “stint sync conflicts” shows it'),
    argument('<keep>', 'mine or theirs', ['mine', 'theirs']),
  ],
  options: { field: text('--field <names>', 'With theirs: only these fields of theirs, such as time,note') },
  examples: [
    { line: 'stint sync resolve 1a2b3c4d mine', what: 'what is here is sent' },
    { line: 'stint sync resolve 1a2b3c4d theirs --field time', what: 'their time, the rest as it is here' },
  ],
  async run(context, [typed = '', keep = ''], { field }) {
    if (keep !== 'mine' && keep !== 'theirs') return err(usageError('Write mine or theirs.'))
    const words = field?.split(',').map((word) => word.trim().toLowerCase())
    const unknown = words?.find((word) => !FIELDS.some((name) => name === word))
    if (unknown !== undefined) return err(usageError(`“${unknown}” is no field.`, `There are ${FIELDS.join(', ')}.`))
    const asked = await context.ask((client) => client.sync.conflicts({ limit: SHOWN }))
    if (!asked.ok) return asked
    const id = typed.toLowerCase()
    const matches = asked.value.conflicts.filter(
      (conflict) => conflict.id === id || (id.length >= 6 && conflict.id.endsWith(id)),
    )
    const [found, other] = matches
    if (found === undefined || other !== undefined) {
      return err(usageError(`There is no conflict ${typed}.`, '“stint sync conflicts” lists them.', { id: typed }))
    }
    const chosenFields = FIELDS.filter((name) => words?.includes(name))
    const whole = keep === 'mine' ? { kind: 'mine' as const } : { kind: 'theirs' as const }
    const choice =
      words === undefined
        ? whole
        : { kind: 'fields' as const, fields: Object.fromEntries(chosenFields.map((name) => [FIELD_NAMES[name], keep])) }
    const done = await context.ask((client) =>
      client.sync.resolve({ commandKey: commandKey(), conflictId: found.id, choice }),
    )
    if (!done.ok) return done
    return ok({ json: () => ({ conflict: found.id, kept: keep }), text: () => ['Decided.'] })
  },
})
