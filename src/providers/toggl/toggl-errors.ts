import type { HttpAnswer } from '../../core/ports/http.ts'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import { quoteBody } from '../create-caller.ts'
import { togglLimitHeaders, togglScope } from './toggl-limits.ts'

/** The quota counts an hour that slides: where nobody says when it goes on, a quarter of one is a fair guess. */
const UNNAMED_PAUSE_MS = 15 * 60_000

/**
 * What an error means at Toggl; undefined: what its status says. A wrong token is 403 on `/me`. 410: this path is gone
 * for ever. 402 is both "quota used up" and "not in your plan".
 */
export function togglError(answer: HttpAnswer, path: string, nowMs: number): ProviderError | undefined {
  const said = quoteBody(answer)
  switch (answer.status) {
    case 402:
      if (!isQuota(answer, said)) return { kind: 'feature-not-in-plan', said }
      return {
        kind: 'quota-exhausted',
        resetAtMs: answer.retryAtMs ?? nowMs + UNNAMED_PAUSE_MS,
        scope: togglScope(path),
      }
    case 403:
      return path.startsWith('/me') ? { kind: 'unauthenticated', said } : undefined
    case 410:
      return { kind: 'unsupported', what: 'this version of the Toggl API' }
    default:
      return undefined
  }
}

/** Its header tells. Where that is missing, its words; where those are missing too, what waits does less harm than what gives up. */
function isQuota(answer: HttpAnswer, said: string | null): boolean {
  const remaining = answer.header(togglLimitHeaders.remaining ?? '')
  if (remaining !== null) return remaining.trim() === '0'
  const words = said ?? ''
  return /quota|limit|hour/i.test(words) || !/premium|paid|plan|upgrade|subscri|feature/i.test(words)
}
