import { version } from '../server/local/version.ts'
import { type CliError, EXIT, type ExitCode, refusal } from './cli-error.ts'
import type { CliCommand } from './command/cli-command.ts'
import { commandTable } from './command/command-table.ts'
import { findCommand } from './command/find-command.ts'
import { type ParsedArguments, parseArguments } from './command/parse-arguments.ts'
import type { helpAnswer } from './help/help-answer.ts'
import { openSession } from './open-session.ts'
import { choosePaint, noPaint } from './output/paint.ts'
import { printAnswer, printError } from './output/print.ts'
import { type TextOutput, textOutput } from './output/text-output.ts'

interface Streams {
  readonly out: TextOutput
  readonly notices: TextOutput
}

/** Runs the command that this process was started for and sets its exit code. */
export async function runCli(): Promise<void> {
  const streams = { out: textOutput(process.stdout), notices: textOutput(process.stderr) }
  const argv = process.argv.slice(2)
  // Not process.exit(): what is still being written to a pipe would be lost.
  try {
    process.exitCode = await run(argv, streams)
  } catch (error) {
    if (process.env['STINT_DEBUG'] !== undefined) throw error
    process.exitCode = await fail(bug(error), wantsJson(argv), streams)
  }
}

/** What nobody expected. Shown in one line, because a stack trace helps nobody who only wants to stop the timer. */
function bug(error: unknown): CliError {
  const what = error instanceof Error ? error.message : String(error)
  return refusal(
    'internal',
    `Something went wrong inside Stint: ${what}`,
    'Please report it, with what STINT_DEBUG=1 in front of the command shows.',
  )
}

async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const json = wantsJson(argv)
  const found = await findCommand(commandTable, argv)
  if (!found.ok) return fail(found.error, json, streams)
  if (found.value === null) return withoutCommand(argv, streams)
  const { command, rest } = found.value
  if (command.kind === 'group') return showHelp(command, json, streams)
  const parsed = parseArguments(command, rest)
  if (!parsed.ok) return fail(parsed.error, json, streams)
  if (parsed.value.globals.help) return showHelp(command, json, streams)
  return runCommand(command, parsed.value, streams)
}

async function runCommand(command: CliCommand, parsed: ParsedArguments, streams: Streams): Promise<ExitCode> {
  const { json } = parsed.globals
  const session = openSession(parsed.globals, streams)
  if (!session.ok) return fail(session.error, json, streams)
  const { context, close } = session.value
  try {
    const result = await command.run(context, parsed.args, parsed.options)
    if (!result.ok) return await fail(result.error, json, streams)
    if (result.value === null) return EXIT.ok
    await printAnswer(result.value, json, streams.out)
    return result.value.exitCode ?? EXIT.ok
  } finally {
    await close()
  }
}

async function withoutCommand(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const json = wantsJson(argv)
  if (argv.includes('--version') || argv.includes('-V')) {
    await printAnswer({ json: () => ({ version }), text: () => [version] }, json, streams.out)
    return EXIT.ok
  }
  const { help } = await import('./commands/help.ts')
  const parsed = parseArguments(help(commandTable), argv)
  if (!parsed.ok) return fail(parsed.error, json, streams)
  return showHelp(commandTable, json, streams)
}

async function showHelp(command: Parameters<typeof helpAnswer>[0], json: boolean, streams: Streams): Promise<ExitCode> {
  const help = await import('./help/help-answer.ts')
  const paint = json ? noPaint : choosePaint(streams.out.isTerminal, process.env)
  await printAnswer(help.helpAnswer(command, paint), json, streams.out)
  return EXIT.ok
}

/** Asked before parsing, so that an error in the command line itself comes in the form that was wanted. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? undefined : end).includes('--json')
}

async function fail(error: CliError, json: boolean, streams: Streams): Promise<ExitCode> {
  await printError(error, json, streams.notices, choosePaint(streams.notices.isTerminal, process.env))
  return error.exitCode
}
