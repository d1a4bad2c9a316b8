import { type CliError, refusal, usageError } from '../cli-error.ts'
import { hintFor } from './hints.ts'

/**
 * What a client threw, as an error value; undefined where it is a bug. Looks at the error's shape instead of its class:
 * loading the classes would cost `stint status` more than its question.
 */
export function cliErrorOf(error: unknown): CliError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  if (error.code === 'host-unreachable') {
    return refusal(
      'host-unreachable',
      'The running Stint stopped answering before it was done.',
      'Look with “stint status” or “stint history” whether the change was made.',
    )
  }
  if (error.code === 'NOT_FOUND') {
    return refusal(
      'other-version',
      'The running Stint is another version and does not know this command.',
      'End it and start it again, then repeat the command.',
    )
  }
  if (!('defined' in error) || error.defined !== true) return undefined
  const data = 'data' in error && isRecord(error.data) ? error.data : {}
  if (error.code === 'invalid-input') {
    return { ...usageError(issuesText(data['issues']) ?? error.message), code: error.code, data }
  }
  return refusal(error.code, error.message, hintFor(error.code, data), data)
}

function issuesText(issues: unknown): string | undefined {
  if (!Array.isArray(issues) || issues.length === 0) return undefined
  return issues
    .filter(isRecord)
    .map(({ path, message }) => (path === '' ? String(message) : `${String(path)}: ${String(message)}`))
    .join('; ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
