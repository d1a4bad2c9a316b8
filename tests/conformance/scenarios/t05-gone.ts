import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { instead, isRead } from '../kit/twist.ts'
import type { ErrorForm } from '../kit/wire-profile.ts'
import { callFor, HOUR, recentDays, sampleWrite, success } from './sample.ts'

export const gone: Scenario = {
  id: 'T5',
  title: 'things that are not there',
  cases: ({ forms }) => [
    ...forms.gone.map((form) => ({ name: form.name, run: (stand: Stand) => told(stand, form) })),
    { name: 'a list that is not found is no empty list', run: noEmptyList },
    { name: 'a record that is gone is none, and its removal is done', run: trulyGone },
    { name: 'an entry whose record is gone stays here and is asked about', run: staysHere },
  ],
}

async function told(stand: Stand, form: ErrorForm) {
  stand.twist(instead(form.reply(stand.serverNowMs())))
  expect(await callFor(stand, form.on)).toMatchObject({ ok: false, error: { kind: form.expect } })
}

async function noEmptyList(stand: Stand) {
  const { provider } = stand
  const missing = { status: 404, body: JSON.stringify('Not found'), headers: { 'content-type': 'application/json' } }
  stand.twist(instead(missing), isRead, 10)
  for (const answer of [
    await provider.pull(recentDays(stand)),
    await provider.find(sampleWrite(stand)),
    await provider.catalogue(),
  ]) {
    expect(answer).toMatchObject({ ok: false })
  }
}

async function trulyGone(stand: Stand) {
  const { provider, vendor } = stand
  const { remoteId } = success(await provider.create(sampleWrite(stand), 'background'))
  vendor.removeThere(remoteId)
  expect(success(await provider.get(remoteId))).toBe(null)
  const changed = await provider.update(remoteId, sampleWrite(stand, { note: 'Changed' }), ['note'], 'background')
  expect(changed).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(success(await provider.remove(remoteId, 'background'))).toBe(null)
}

async function staysHere(stand: Stand) {
  const queue = stand.queue()
  const id = await queue.add('Kept here', 0, HOUR)
  await queue.drain()
  for (const record of stand.vendor.records()) stand.vendor.removeThere(record.id)
  await queue.client.entries.update({ commandKey: queue.key(), id, note: 'Changed here' })
  await queue.drain()
  expect([queue.isLive(id), queue.open(), queue.conflicts()]).toEqual([true, ['dead gone-there'], 1])
  stand.expectThere(() => [])
}
