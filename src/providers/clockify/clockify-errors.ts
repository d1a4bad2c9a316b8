import { z } from 'zod'
import type { HttpAnswer } from '../../core/ports/http.ts'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import { type Call, quoteBody } from '../create-caller.ts'

const codeSchema = z.object({ code: z.number() })
/** "doesn't belong to Workspace": how a thing that is not there is told, with status 400. */
const NOT_THERE = 501

/** What an error means at Clockify; undefined: what its status says. */
export function clockifyError(answer: HttpAnswer, { method, path }: Call): ProviderError | undefined {
  if (answer.status !== 400 && answer.status !== 403) return undefined
  const said = quoteBody(answer)
  if (method !== 'GET' && /\b(locked|approved|approval)\b/i.test(said ?? '')) {
    return { kind: 'period-locked', reason: /approv/i.test(said ?? '') ? 'approved' : 'closed', said }
  }
  if (answer.status === 403) return undefined
  const json = answer.json()
  const body = codeSchema.safeParse(json.ok ? json.value : null)
  // The same code stands for a project that is required and missing: that can only be meant where something is made.
  const namesEntry = /\/time-entries\/[^/]+$/.test(path)
  return namesEntry && body.data?.code === NOT_THERE ? { kind: 'not-found', what: 'entry', said } : undefined
}
