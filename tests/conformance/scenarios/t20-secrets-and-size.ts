import { expect } from 'vitest'
import type { Reply } from '../fake-server/start-fake-server.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { instead, isWrite, lost } from '../kit/twist.ts'
import { callFor, HOUR, recentDays, success } from './sample.ts'

export const secretsAndSize: Scenario = {
  id: 'T20',
  title: 'secrets and sizes',
  cases: () => [
    { name: 'a server that echoes the token: it shows nowhere', run: echoed },
    { name: 'a refusal that echoes the token is kept without it', run: echoKept },
    { name: 'a redirect elsewhere is not followed, and the token stays here', run: redirected },
    { name: 'an answer that unpacks to 64 MB is given up', run: tooLarge },
    { name: 'a body that comes a byte at a time ends in time', run: slowLoris },
  ],
}

const echo = (secret: string): Reply => ({
  status: 400,
  headers: { 'x-echo': secret },
  body: {
    message: `Invalid token ${secret} / ${encodeURIComponent(secret)} / ${Buffer.from(secret).toString('base64')}`,
  },
})

async function echoed(stand: Stand) {
  for (const on of ['check', 'pull', 'create', 'update'] as const) {
    stand.twist(instead(echo(stand.profile.secret)))
    const answer = await callFor(stand, on)
    expect(answer.ok).toBe(false)
    expect(JSON.stringify(answer)).toContain('Invalid token')
  }
}

async function echoKept(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Refused', 0, HOUR)
  stand.twist(instead(echo(stand.profile.secret)), isWrite)
  await queue.drain()
  expect(queue.open()).toEqual(['dead validation'])
  stand.expectThere(() => [])
}

async function redirected(stand: Stand) {
  const decoy = await stand.decoy()
  const { secret } = stand.profile
  for (const status of [301, 302, 307, 308]) {
    const location = `${decoy.origin}/collect?token=${encodeURIComponent(secret)}`
    stand.twist(instead({ status, headers: { location } }))
    expect(await callFor(stand, 'pull')).toMatchObject({ ok: false })
    stand.twist(instead({ status, headers: { location } }))
    expect(await callFor(stand, 'create')).toMatchObject({ ok: false })
  }
}

async function tooLarge(stand: Stand) {
  stand.twist(lost({ kind: 'gzip-bomb', bytes: 64 * 1024 * 1024 }))
  expect(await stand.provider.pull(recentDays(stand))).toMatchObject({ ok: false, error: { kind: 'bad-payload' } })
}

async function slowLoris(stand: Stand) {
  stand.twist(lost({ kind: 'drip' }))
  const answer = await stand.provider.pull(recentDays(stand))
  expect(answer).toMatchObject({ ok: false, error: { kind: 'network', phase: 'after-send' } })
  success(await stand.provider.running())
}
