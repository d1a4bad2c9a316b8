import type { StintClient } from '../../shared/contract/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Connection } from './connect.ts'
import { ConnectionLostError } from './connection-lost.ts'
import { type Refusal, refusalOf } from './refusal.ts'

const RETRY_WAITS_MS = 10_000

/** One call of a command; it must hand on the key it is given. */
export type CommandCall<T> = (client: StintClient, commandKey: string) => Promise<T>

/**
 * Runs a command once, whatever happens on the way: when the connection breaks before the answer, it is sent once more
 * after the reconnect with the same key, and the host gives the first answer again instead of acting twice.
 */
export async function runCommand<T>(
  connection: Pick<Connection, 'client' | 'whenOnline'>,
  call: CommandCall<T>,
  newKey: () => string = () => crypto.randomUUID(),
): Promise<Result<T, Refusal>> {
  const commandKey = newKey()
  try {
    return ok(await call(connection.client, commandKey))
  } catch (error) {
    if (!(error instanceof ConnectionLostError) || !(await connection.whenOnline(RETRY_WAITS_MS))) {
      return err(refusalOf(error))
    }
  }
  try {
    return ok(await call(connection.client, commandKey))
  } catch (error) {
    return err(refusalOf(error))
  }
}
