import { createClockify } from '../../../src/providers/clockify/create-clockify.ts'
import { clockifyProfile } from '../profiles/clockify.ts'
import type { Plant } from './plant.ts'
import { overHttp, sending, withJson } from './wrap-http.ts'

/** Bugs that only a wire like Clockify's can show. */
export const clockifyPlants: readonly Plant[] = [
  {
    bug: 'puts an entry in place of one without what it does not know',
    caughtBy: 'T1',
    profile: clockifyProfile,
    create: (deps) =>
      createClockify(
        overHttp(deps, (send, request) =>
          send(sending(request, ({ tagIds: _tags, customFields: _fields, ...rest }) => rest)),
        ),
      ),
  },
  {
    bug: 'starts a timer beside the one that runs',
    caughtBy: 'T6',
    profile: clockifyProfile,
    create: (deps) =>
      createClockify(
        overHttp(deps, (send, request) =>
          send(
            request.method === 'PATCH'
              ? { ...request, method: 'GET', url: `${request.url}?in-progress=true` }
              : request,
          ),
        ),
      ),
  },
  {
    bug: 'takes an entry that is gone for a refusal',
    caughtBy: 'T5',
    profile: clockifyProfile,
    create: (deps) =>
      createClockify(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (!answer.ok || answer.value.status !== 400) return answer
          return { ok: true, value: withJson(answer.value, () => ({ message: 'Refused', code: 0 })) }
        }),
      ),
  },
]
