import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Case, Scenario } from '../kit/scenario.ts'
import { instead } from '../kit/twist.ts'
import type { ErrorForm } from '../kit/wire-profile.ts'
import { callFor, runningWrite, sampleWrite, success } from './sample.ts'

export const conflict: Scenario = {
  id: 'T6',
  title: 'conflicts, locks and refusals',
  cases: ({ forms, capabilities }) => [
    ...[...forms.conflict, ...forms.locked, ...forms.refused].map((form) => ({
      name: form.name,
      run: (stand: Stand) => told(stand, form),
    })),
    ...(forms.locked.length > 0 ? [] : [{ name: 'says it cannot: lock a period', run: noLocks }]),
    ...(capabilities.shape.running ? runningCases : []),
  ],
}

const runningCases: readonly Case[] = [
  { name: 'one that was stopped there already is stopped here without a fuss', run: stoppedTwice },
  { name: 'a start while another runs there leaves one that runs', run: startedOver },
]

async function told(stand: Stand, form: ErrorForm) {
  stand.twist(instead(form.reply(stand.serverNowMs())))
  const answer = await callFor(stand, form.on)
  expect(answer).toMatchObject({ ok: false, error: { kind: form.expect } })
  // In words for a person: the server's own, and not its page or its object.
  const said = !answer.ok && 'said' in answer.error ? answer.error.said : ''
  expect(said).not.toMatch(/[<{"]/)
}

async function noLocks({ profile }: Stand) {
  expect(profile.capabilities.locks).toBe('none')
}

async function stoppedTwice(stand: Stand) {
  const { provider, scheduler, clock, vendor } = stand
  const write = runningWrite(stand)
  const { remoteId } = success(await provider.create(write, 'interactive'))
  scheduler.pass(60_000)
  vendor.stopThere(remoteId)
  scheduler.pass(60_000)
  const startMs = write.fields.time.kind === 'instants' ? write.fields.time.startMs : 0
  const time = { kind: 'instants' as const, startMs, endMs: clock.nowMs() }
  const stopped = { ...write, fields: { ...write.fields, time } }
  const { fields } = success(await provider.update(remoteId, stopped, ['time'], 'interactive'))
  expect(fields.time).toMatchObject({ endMs: time.endMs })
}

async function startedOver(stand: Stand) {
  const { provider, scheduler, clock, vendor } = stand
  const first = sampleWrite(stand)
  const startMs = clock.nowMs() - 60_000
  const before = { ...first, fields: { ...first.fields, time: { kind: 'instants' as const, startMs, endMs: null } } }
  success(await provider.create(before, 'interactive'))
  scheduler.pass(60_000)
  const { remoteId } = success(await provider.create(runningWrite(stand, 'Next'), 'interactive'))
  expect(success(await provider.running())?.remoteId).toBe(remoteId)
  const running = vendor.records().filter(({ fields: { time } }) => time.kind === 'instants' && time.endMs === null)
  expect(running.map(({ id }) => id)).toEqual([remoteId])
  stand.expectThere(() => vendor.records().map(({ fields }) => fields))
}
