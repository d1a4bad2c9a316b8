import type { Settings } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { readSetting } from '../input/read-setting.ts'
import { SETTINGS, settingNamed } from '../input/setting-help.ts'
import { nearest } from '../names/nearest.ts'
import { tableLines } from '../output/table.ts'
import { settingText } from '../present/setting-text.ts'

const names = SETTINGS.map(({ name }) => name)

const get = defineCommand({
  name: 'settings get',
  summary: 'Show settings',
  args: [argument('[name]', 'One setting (default: all)', names)],
  options: {},
  examples: [
    { line: 'stint settings', what: 'all of them' },
    { line: 'stint settings get weekStart', what: 'one of them' },
  ],
  async run(context, [name]) {
    const known = name === undefined ? ok(undefined) : find(name)
    if (!known.ok) return known
    const asked = await context.ask((client) => client.settings.get({}))
    if (!asked.ok) return asked
    const { settings } = asked.value
    if (known.value === undefined) {
      const rows = SETTINGS.map(({ name: each, summary }) => [each, settingText(settings, each), summary])
      const columns = [{}, { paint: context.paint.strong }, { flexible: true, paint: context.paint.dim }]
      return ok({ json: () => ({ settings }), text: () => tableLines(columns, rows, context.out.columns) })
    }
    const key = known.value
    return ok({ json: () => ({ settings: { [key]: settings[key] } }), text: () => [settingText(settings, key)] })
  },
})

const set = defineCommand({
  name: 'settings set',
  summary: 'Change a setting',
  details: SETTINGS.map(({ name, how }) => `${name}: ${how}`),
  args: [argument('<name>', 'Which setting', names), argument('<value...>', 'Its new value')],
  options: {},
  examples: [
    { line: 'stint settings set weekStart monday', what: 'weeks start on Monday' },
    { line: 'stint settings set dayTarget 7h 30m', what: 'what a working day should hold' },
    { line: 'stint settings set quietHours 22:00-07:00', what: 'nobody is disturbed at night' },
  ],
  async run(context, [name = '', ...words]) {
    const known = find(name)
    if (!known.ok) return known
    const asked = await context.ask((client) => client.settings.get({}))
    if (!asked.ok) return asked
    const change = readSetting(known.value, words.join(' '), asked.value.settings)
    if (!change.ok) return change
    const changed = await context.ask((client) => client.settings.update({ commandKey: commandKey(), ...change.value }))
    if (!changed.ok) return changed
    const { settings: after } = changed.value
    return ok({ json: () => ({ settings: after }), text: () => [`${known.value}: ${settingText(after, known.value)}`] })
  },
})

function find(typed: string): Result<keyof Settings, CliError> {
  const key = settingNamed(typed)
  if (key !== undefined) return ok(key)
  const [near] = nearest(typed, names)
  const hint = near === undefined ? `Settings are ${names.join(', ')}.` : `Did you mean ${near}?`
  return err(usageError(`There is no setting “${typed}”.`, hint))
}

export const settings: CommandGroup = {
  kind: 'group',
  name: 'settings',
  summary: 'Show and change settings',
  commands: [get, set],
  fallback: 'get',
}
