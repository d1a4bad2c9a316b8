import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'

/**
 * A token or password: from STINT_SECRET, else standard input; a person at a terminal is asked, and what they type is
 * not shown. Never from an argument, which every process of the machine could read.
 */
export async function readSecret(context: CliContext, what: string): Promise<Result<string, CliError>> {
  const given = context.env['STINT_SECRET'] ?? ''
  const secret = given !== '' ? given : context.stdinIsTerminal ? await ask(context, what) : await text(process.stdin)
  const line = secret.replace(/\r?\n$/, '')
  if (line !== '') return ok(line)
  return err(
    usageError('The token or password is missing.', 'Give it on standard input, or in STINT_SECRET.', {
      what: 'secret',
    }),
  )
}

async function ask(context: CliContext, what: string): Promise<string> {
  await context.notices.write(`${what}: `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const asking = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    return await new Promise<string>((resolve) => {
      asking.once('line', resolve)
      asking.once('close', () => resolve(''))
      context.interrupted.addEventListener('abort', () => asking.close(), { once: true })
    })
  } finally {
    asking.close()
    await context.notices.write('\n')
  }
}
