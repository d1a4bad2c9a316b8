import { ok } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readMoment } from '../input/read-time.ts'
import { entryJson } from '../present/entry-json.ts'
import { entryLine, shortId } from '../present/entry-text.ts'
import { loadNames } from '../present/load-names.ts'

export const stop = defineCommand({
  name: 'stop',
  summary: 'Stop the timer',
  options: { at: text('--at <time>', 'When it stopped: 16:30, -15m') },
  examples: [
    { line: 'stint stop', what: 'stop now' },
    { line: 'stint stop --at -15m', what: 'you stopped a quarter of an hour ago' },
  ],
  async run(context, _args, options) {
    const endedAtMs = await readMoment(context, '--at', options.at, 'end')
    if (!endedAtMs.ok) return endedAtMs
    const stopped = await context.ask((client) =>
      client.timer.stop({
        commandKey: commandKey(),
        ...(endedAtMs.value === undefined ? {} : { endedAtMs: endedAtMs.value }),
      }),
    )
    if (!stopped.ok) return stopped
    const { entry, next } = stopped.value
    const names = await loadNames(context, [entry, next])
    if (!names.ok) return names
    const nowMs = Date.now()
    return ok({
      json: () => ({
        entry: entryJson(entry, names.value, nowMs),
        next: next === null ? null : entryJson(next, names.value, nowMs),
      }),
      text: () => {
        const today = dayOf(nowMs, context.zone)
        return [
          `Stopped ${entryLine(entry, names.value, today, nowMs)} ${context.paint.dim(shortId(entry.id))}`,
          ...(next === null ? [] : ['A new, empty timer runs on (setting saveAndContinue).']),
        ]
      },
    })
  },
})
