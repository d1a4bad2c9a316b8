import { z } from 'zod'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Call, Caller } from '../create-caller.ts'

export const PER_PAGE = 200
/** Far more than anybody has; a server that never ends is not followed for ever. */
const MAX_PAGES = 1000

/**
 * Every item of a list, each once. The end is where `Last-Page` says so, or where a page brings nothing new: some routes
 * ignore the page and give everything again. Without that header, a page that is not full is the last.
 */
export async function allPages<T extends { readonly id: string }>(
  call: Caller,
  request: Call,
  schema: z.ZodType<T>,
): Promise<Result<T[], ProviderError>> {
  const found = new Map<string, T>()
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const query = { ...request.query, page, 'page-size': PER_PAGE }
    const answer = await call({ ...request, query }, z.array(schema))
    if (!answer.ok) return answer
    const { value: rows, answer: reply } = answer.value
    const before = found.size
    for (const row of rows) found.set(row.id, row)
    const lastPage = reply.header('last-page')
    const isLast = lastPage === null ? rows.length < PER_PAGE : lastPage.toLowerCase() === 'true'
    if (isLast || found.size === before) return ok([...found.values()])
  }
  return err({ kind: 'bad-payload', phase: 'after-send', detail: 'a list without an end' })
}
