import type { StintClient } from '../../shared/contract/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliError } from '../cli-error.ts'
import { cliErrorOf } from './cli-error-of.ts'
import { type Connection, connect } from './connect.ts'

export interface LazyConnection {
  ask<T>(question: (client: StintClient) => Promise<T>): Promise<Result<T, CliError>>
  close(): Promise<void>
}

/** Connects at the first question, once. */
export function lazyConnection(profileDir: string): LazyConnection {
  let connection: Promise<Result<Connection, CliError>> | undefined
  return {
    async ask(question) {
      connection ??= connect(profileDir)
      const connected = await connection
      if (!connected.ok) return connected
      try {
        return ok(await question(connected.value.client))
      } catch (error) {
        const refused = cliErrorOf(error)
        if (refused === undefined) throw error
        return err(refused)
      }
    },
    async close() {
      const connected = await connection
      if (connected?.ok === true) await connected.value.close()
    },
  }
}
