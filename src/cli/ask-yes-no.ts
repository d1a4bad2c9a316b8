import { createInterface } from 'node:readline/promises'
import type { CliContext } from './cli-context.ts'

/** Asks a person; true at once with --yes, and where nobody is there to ask: a script means what it says. */
export async function askYesNo(context: CliContext, question: string): Promise<boolean> {
  if (context.yes || !context.stdinIsTerminal || context.json) return true
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await asking.question(`${question} [y/N] `, { signal: context.interrupted })
    return /^(y|yes|j|ja)$/i.test(answer.trim())
  } catch (error) {
    if (context.interrupted.aborted) return false
    throw error
  } finally {
    asking.close()
  }
}
