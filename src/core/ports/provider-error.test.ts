import { describe, expect, it } from 'vitest'
import { mayHaveHappened, type ProviderError, providerErrorOf, providerErrorTable } from './provider-error.ts'

const failed = { status: null, cause: 'words' }

describe('an error of a provider', () => {
  it('of every kind says in whole sentences what happened and what to do', () => {
    for (const { happened, todo } of Object.values(providerErrorTable)) {
      expect(happened).toMatch(/^[A-Z].*\.$/)
      expect(todo).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('of the connection keeps whether the server can have seen the request', () => {
    const error = (phase: 'before-send' | 'after-send') => providerErrorOf({ kind: 'timeout', phase, ...failed }, 'me')
    expect([mayHaveHappened(error('before-send')), mayHaveHappened(error('after-send'))]).toEqual([false, true])
  })

  it('says of a budget when it opens', () => {
    const failure = { kind: 'over-budget' as const, phase: 'before-send' as const, allowedAtMs: 5, ...failed }
    expect(providerErrorOf(failure, 'me')).toEqual({ kind: 'rate-limited', retryAtMs: 5, scope: 'me' })
  })

  it('counts a write as perhaps done after faults of the server and answers that cannot be read, never after a no', () => {
    const perhaps: ProviderError[] = [
      { kind: 'upstream', status: 502, retryable: true, said: null },
      { kind: 'bad-payload', phase: 'after-send', detail: '' },
    ]
    const no: ProviderError[] = [
      { kind: 'unauthenticated', said: null },
      { kind: 'conflict', said: null },
      { kind: 'rate-limited', retryAtMs: null, scope: 'me' },
    ]
    expect([perhaps.every(mayHaveHappened), no.some(mayHaveHappened)]).toEqual([true, false])
  })
})
