import type { Secrets } from '../../core/ports/secrets.ts'
import type { ExtraCheck } from '../profile/diagnostics/create-diagnostics.ts'
import { secretsFinding } from './secret-error.ts'

/** For `stint doctor`: where the key to the accounts' tokens is, and whether it opens. */
export function secretsCheck(secrets: Pick<Secrets, 'status'>): ExtraCheck {
  return async () => {
    const { status, detail, mend } = secretsFinding(await secrets.status())
    return { id: 'secrets', title: 'Tokens and passwords', status, detail, mend: mend ?? '' }
  }
}
