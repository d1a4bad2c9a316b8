import type { CliError } from '../cli-error.ts'
import type { Answer } from '../command/cli-command.ts'
import type { Paint } from './paint.ts'
import type { TextOutput } from './text-output.ts'

export async function printAnswer(answer: Answer, json: boolean, out: TextOutput): Promise<void> {
  if (json) {
    await out.write(`${JSON.stringify(answer.json())}\n`)
    return
  }
  const lines = answer.text()
  if (lines.length > 0) await out.write(`${lines.join('\n')}\n`)
}

/** One JSON document for programs; else what happened, and under it what to do. */
export async function printError(error: CliError, json: boolean, notices: TextOutput, paint: Paint): Promise<void> {
  if (json) {
    const { code, message, data, hint } = error
    await notices.write(`${JSON.stringify({ error: { code, message, data, ...(hint === '' ? {} : { hint }) } })}\n`)
    return
  }
  const lines = [`${paint.bad('stint:')} ${error.message}`, ...error.hint.split('\n').filter((line) => line !== '')]
  await notices.write(`${lines.join('\n       ')}\n`)
}
