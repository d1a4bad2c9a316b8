import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { instead } from '../kit/twist.ts'
import type { ErrorForm } from '../kit/wire-profile.ts'
import { callFor, HOUR } from './sample.ts'

export const rights: Scenario = {
  id: 'T4',
  title: 'rights and plans',
  cases: ({ forms }) => [
    ...forms.forbidden.map((form) => ({ name: form.name, run: (stand: Stand) => told(stand, form) })),
    { name: 'one entry that may not be written does not hold up the others', run: othersGoOn },
  ],
}

async function told(stand: Stand, form: ErrorForm) {
  stand.twist(instead(form.reply(stand.serverNowMs())))
  expect(await callFor(stand, form.on)).toMatchObject({ ok: false, error: { kind: form.expect } })
  expect(stand.server.log.length).toBe(1)
}

async function othersGoOn(stand: Stand) {
  const queue = stand.queue()
  const [form] = stand.profile.forms.forbidden
  const refused = await queue.add('Refused', 0, HOUR)
  await queue.add('Taken', HOUR, 2 * HOUR)
  if (form !== undefined) stand.twist(instead(form.reply(stand.serverNowMs())))
  await queue.drain()
  expect(queue.open()).toEqual([`dead ${form?.expect}`])
  stand.expectThere(() =>
    queue
      .wanted()
      .flatMap(({ fields }) =>
        fields === queue.wantedOf(refused)[0]?.fields || fields.note === 'Refused' ? [] : [fields],
      ),
  )
}
