import { expect } from 'vitest'
import type { Reply } from '../fake-server/start-fake-server.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { instead, spoilt } from '../kit/twist.ts'
import type { ErrorForm, WireProfile } from '../kit/wire-profile.ts'
import { callFor, HOUR } from './sample.ts'

const page = '<!DOCTYPE html><html><body>Sign in</body></html>'
const html = { 'content-type': 'text/html; charset=utf-8' }
const anyWire: readonly { readonly name: string; readonly reply: Reply }[] = [
  {
    name: 'a 401 in JSON',
    reply: { status: 401, body: { error: 'invalid_token', error_description: 'The token expired' } },
  },
  { name: 'a 401 page', reply: { status: 401, headers: html, body: page } },
  { name: 'a sign-in page with 203', reply: { status: 203, headers: html, body: page } },
  { name: 'a redirect to a sign-in page', reply: { status: 302, headers: { location: '/login' } } },
]

export const credential: Scenario = {
  id: 'T3',
  title: 'a credential that is not accepted',
  cases: ({ forms }: WireProfile) => [
    ...forms.unauthenticated.map((form) => ({ name: form.name, run: (stand: Stand) => ownForm(stand, form) })),
    ...anyWire.map(({ name, reply }) => ({ name, run: (stand: Stand) => onEveryCall(stand, reply) })),
    {
      name: 'a sign-in page after a write that was done: found with a good credential, not made again',
      run: behindSignIn,
    },
    { name: 'one attempt for the whole queue; all is kept, and sent with a good one', run: noStorm },
  ],
}

async function ownForm(stand: Stand, form: ErrorForm) {
  stand.twist(instead(form.reply(stand.serverNowMs())))
  const answer = await callFor(stand, form.on)
  expect(answer).toMatchObject({ ok: false, error: { kind: form.expect } })
}

async function onEveryCall(stand: Stand, reply: Reply) {
  const calls = ['check', 'pull', 'create', 'update'] as const
  for (const on of calls) {
    stand.twist(instead(reply))
    const answer = await callFor(stand, on)
    // What stands in between may have let a write through: then that comes first, and the look tells the rest.
    const isUnclear = reply.status !== 401 && (on === 'create' || on === 'update')
    const kind = answer.ok ? 'a success' : answer.error.kind
    expect(isUnclear ? ['bad-payload', 'unauthenticated'] : ['unauthenticated'], on).toContain(kind)
  }
  expect(stand.server.log.length).toBe(calls.length)
}

async function behindSignIn(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Once', 0, HOUR)
  stand.twist(spoilt({ kind: 'html-203' }))
  stand.twist(instead({ status: 203, headers: html, body: page }), () => true, 1000)
  expect(await queue.drainUntilStopped()).toBe('credential')
  stand.untwist()
  await queue.drain()
  expect(stand.server.log.filter((request) => stand.profile.isCreate(request)).length).toBe(1)
}

async function noStorm(stand: Stand) {
  const queue = stand.queue()
  for (let hour = 0; hour < 5; hour += 1) await queue.add(`Entry ${hour}`, hour * HOUR, (hour + 1) * HOUR)
  stand.twist(instead({ status: 401 }), () => true, 1000)
  expect(await queue.drainUntilStopped()).toBe('credential')
  expect(stand.server.log.length).toBe(1)
  stand.untwist()
  await queue.drain()
  expect(stand.vendor.records().length).toBe(5)
}
