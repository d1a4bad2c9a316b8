import type { ContractOutputs } from '../../shared/contract/contract.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { ok } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CommandResult } from '../command/cli-command.ts'
import { absenceJson, absenceMs, awayJson, awayText, pieceText } from './absence-text.ts'
import { aboutText } from './entry-text.ts'
import { loadNames } from './load-names.ts'

type Presence = ContractOutputs['absence']['get']

/** What is asked and whether somebody is away; `idle` where neither is so. */
export async function presenceAnswer(context: CliContext, presence: Presence, idle: string): Promise<CommandResult> {
  const { question, away } = presence
  const nowMs = Date.now()
  const json = () => ({ absence: question === null ? null : absenceJson(question), away: awayJson(away) })
  const awayLines = away === null ? [] : [awayText(away, context.zone, nowMs)]
  if (question === null) return ok({ json, text: () => (awayLines.length === 0 ? [idle] : awayLines) })
  const asked = await context.ask((client) => client.entries.get({ id: question.entryId }))
  if (!asked.ok) return asked
  const { entry } = asked.value
  const names = await loadNames(context, [entry])
  if (!names.ok) return names
  return ok({
    json,
    text: () => [
      ...awayLines,
      `You were away ${formatDurationProse(absenceMs(question.pieces))} while ${aboutText(entry, names.value(entry))} ran:`,
      ...question.pieces.map((piece) => `  ${pieceText(piece, context.zone, nowMs)}`),
      context.paint.dim('Answer with “stint absence keep”, “discard”, “stop” or “move NOTE”.'),
    ],
  })
}
