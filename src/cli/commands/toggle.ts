import type { Entry } from '../../shared/contract/entities.ts'
import { ok, type Result } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { entryJson } from '../present/entry-json.ts'
import { aboutText, entryLine } from '../present/entry-text.ts'
import { loadNames } from '../present/load-names.ts'
import { startText } from '../present/started-answer.ts'

interface Toggled {
  readonly started: Entry | null
  readonly stopped: Entry | null
}

export const toggle = defineCommand({
  name: 'toggle',
  summary: 'Stop the timer, or start one',
  details: [
    'Stops what runs; where nothing runs, starts a timer without a note.',
    'Made for a key of your desktop, where a global hotkey of Stint does not arrive (Wayland).',
  ],
  options: {},
  examples: [{ line: 'stint toggle', what: 'bind this to a key in your desktop’s keyboard settings' }],
  async run(context) {
    const toggled = await toggleTimer(context)
    if (!toggled.ok) return toggled
    const { started, stopped } = toggled.value
    const names = await loadNames(context, [started, stopped])
    if (!names.ok) return names
    const nowMs = Date.now()
    const json = (entry: Entry | null) => (entry === null ? null : entryJson(entry, names.value, nowMs))
    return ok({
      json: () => ({ started: json(started), stopped: json(stopped) }),
      text: () => {
        const today = dayOf(nowMs, context.zone)
        return [
          ...(stopped === null ? [] : [`Stopped ${entryLine(stopped, names.value, today, nowMs)}`]),
          ...(started === null
            ? []
            : [`Started ${startText(started, today)} ${aboutText(started, names.value(started))}`]),
        ]
      },
    })
  },
})

/** `started` beside `stopped` only where the setting saveAndContinue starts the next one at once. */
async function toggleTimer(context: CliContext): Promise<Result<Toggled, CliError>> {
  const status = await context.ask((client) => client.timer.status({}))
  if (!status.ok) return status
  if (status.value.running === null) {
    const begun = await context.ask((client) => client.timer.start({ commandKey: commandKey() }))
    return begun.ok ? ok({ started: begun.value.entry, stopped: begun.value.stopped }) : begun
  }
  const ended = await context.ask((client) => client.timer.stop({ commandKey: commandKey() }))
  return ended.ok ? ok({ started: ended.value.next, stopped: ended.value.entry }) : ended
}
