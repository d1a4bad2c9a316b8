import { migrationsDir } from '../../server/local/built-files.ts'
import { recoverHost } from '../../server/local/recover-host.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, refusal } from '../cli-error.ts'

/** Puts a backup, or an empty database, in the place of a profile that does not open. */
export async function recoverOwn(
  profileDir: string,
  choice: { readonly backup?: string; readonly empty?: boolean },
): Promise<Result<{ readonly backup: string | null; readonly setAside: readonly string[] }, CliError>> {
  const recovered = recoverHost(profileDir, choice, migrationsDir())
  if (recovered.ok) return ok(recovered.value)
  const { code, message, mend } = recovered.error
  return err(refusal(code, message, mend))
}
