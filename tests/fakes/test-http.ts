import { onTestFinished } from 'vitest'
import type { BudgetRule } from '../../src/core/domain/budget/budget.ts'
import type { LimitHeaders } from '../../src/core/domain/budget/limit-facts.ts'
import type { HttpAnswer, HttpFailure, HttpRequest } from '../../src/core/ports/http.ts'
import { createHttp, type HttpOptions } from '../../src/platform/http/create-http.ts'
import type { Result } from '../../src/shared/result.ts'
import { type FakeServer, startFakeServer } from '../conformance/fake-server/start-fake-server.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeScheduler } from './fake-scheduler.ts'
import { createMemoryLog } from './memory-log.ts'

interface Options {
  readonly origins?: readonly string[]
  readonly secrets?: readonly string[]
  readonly budget?: BudgetRule
  readonly limitHeaders?: LimitHeaders
  readonly server?: Parameters<typeof startFakeServer>[0]
  readonly clock?: FakeClock
  readonly http?: Partial<HttpOptions>
}

export const unlimited: BudgetRule = { windows: [], reservedShare: 0.2 }

/** The real http port and a fake server on a real socket; the clock, and with it every time limit, is the test's. */
export async function createTestHttp(options: Options = {}) {
  const clock = options.clock ?? new FakeClock()
  const scheduler = new FakeScheduler(clock)
  const log = createMemoryLog()
  const server: FakeServer = await startFakeServer({ nowMs: () => clock.nowMs(), ...options.server })
  const account = {
    origins: options.origins ?? [server.origin],
    secrets: options.secrets ?? [],
    limitHeaders: options.limitHeaders ?? {},
    budget: () => options.budget ?? unlimited,
  }
  const openHttp = () =>
    createHttp({
      clock,
      scheduler,
      log,
      version: '1.2.3',
      random: () => 0,
      account: (id) => (id === 'acc' ? account : undefined),
      ...options.http,
    })
  const http = openHttp()
  onTestFinished(async () => {
    http.close()
    await server.close()
  })
  /** A GET of `path` on the fake server, but for what `request` says. */
  const ask = (path: string, request: Partial<HttpRequest> = {}): Promise<Result<HttpAnswer, HttpFailure>> =>
    http.request({
      accountId: 'acc',
      method: 'GET',
      url: `${server.origin}${path}`,
      headers: {},
      scope: 'all',
      lane: 'background',
      timeoutMs: 30_000,
      maxBytes: 100_000,
      ...request,
    })
  /** `openHttp` is for a test in which the process starts again: another one on the same clock. */
  return { http, openHttp, server, clock, scheduler, log, ask }
}
