import { expect } from 'vitest'
import { changedFields, type SyncFields } from '../../../src/core/domain/sync/sync-fields.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Case, Scenario } from '../kit/scenario.ts'
import { DAY, HOUR, recentDays, runningWrite, sampleWrite, success } from './sample.ts'

export const happy: Scenario = {
  id: 'T1',
  title: 'the ordinary way',
  cases: ({ capabilities }) => [
    { name: 'who the credential belongs to is told', run: whoIsIt },
    { name: 'a record is made, read back, changed and removed, with no more requests than that takes', run: wholeLife },
    { name: 'only what changed is changed', run: partialChange },
    { name: 'what only the vendor knows of a record stays', run: decorations },
    { name: 'what is there is found by its content or key, and what is not there is not', run: found },
    ...(capabilities.shape.running ? runningCases : [{ name: 'says it cannot: a running timer', run: noRunning }]),
  ],
}

const runningCases: readonly Case[] = [
  { name: 'a timer starts, is seen to run, and stops', run: startAndStop },
  { name: 'nothing runs where nothing was started', run: nothingRuns },
]

async function whoIsIt({ provider }: Stand) {
  const { userId, userName, missing } = success(await provider.check())
  expect([userId, userName, missing]).not.toContain('')
  expect(missing).toEqual([])
}

async function wholeLife(stand: Stand) {
  const { provider, server } = stand
  const write = sampleWrite(stand)
  const made = success(await provider.create(write, 'background'))
  expectSame(stand, made.fields, write.fields)
  expectSame(stand, success(await provider.get(made.remoteId))?.fields, write.fields)
  const changed = sampleWrite(stand, { note: 'Payment retry, again', hoursAgo: 4, ms: 2 * HOUR })
  const after = success(await provider.update(made.remoteId, changed, ['time', 'note'], 'background'))
  expectSame(stand, after.fields, changed.fields)
  const listed = success(await provider.pull(recentDays(stand))).records
  expect(listed.map(({ remoteId }) => remoteId)).toEqual([made.remoteId])
  expectSame(stand, listed[0]?.fields, changed.fields)
  expect(success(await provider.remove(made.remoteId, 'background'))).toBe(null)
  expect(success(await provider.get(made.remoteId))).toBe(null)
  expect(success(await provider.remove(made.remoteId, 'background'))).toBe(null)
  expect(server.log.length).toBeLessThanOrEqual(
    (['create', 'get', 'update', 'pull', 'remove', 'get', 'remove'] as const).reduce(
      (sum, call) => sum + stand.profile.requests[call],
      0,
    ),
  )
}

async function partialChange(stand: Stand) {
  const { provider, vendor } = stand
  const first = sampleWrite(stand)
  const made = success(await provider.create(first, 'background'))
  // Meanwhile somebody moves it there: a change of the note leaves that alone.
  const start = stand.clock.nowMs() - 2 * DAY
  vendor.editThere(made.remoteId, { startMs: start, endMs: start + HOUR })
  const answer = await provider.update(made.remoteId, sampleWrite(stand, { note: 'Only this' }), ['note'], 'background')
  const { fields } = success(answer)
  expect(fields.note).toBe('Only this')
  const there = vendor.records().map((record) => record.fields)
  expect(there).toMatchObject([{ note: 'Only this' }])
  expectSame(stand, there[0], fields)
  if (fields.time.kind === 'instants') expect(fields.time.startMs).toBe(start)
  stand.expectThere(() => there)
}

async function decorations(stand: Stand) {
  const { provider, vendor } = stand
  const { remoteId } = success(await provider.create(sampleWrite(stand), 'background'))
  vendor.decorateThere(remoteId)
  const changed = sampleWrite(stand, { note: 'Changed', hoursAgo: 3 })
  success(await provider.update(remoteId, changed, ['note', 'time'], 'background'))
  expect(vendor.isDecorated(remoteId)).toBe(true)
  stand.expectThere(() => vendor.records().map(({ fields }) => ({ ...fields, ...changed.fields, tags: fields.tags })))
}

async function found(stand: Stand) {
  const { provider } = stand
  const write = sampleWrite(stand)
  expect(success(await provider.find(write))).toEqual([])
  const { remoteId } = success(await provider.create(write, 'background'))
  const other = sampleWrite(stand, { note: 'Another', hoursAgo: 9, key: 'entry-2' })
  success(await provider.create(other, 'background'))
  expect(success(await provider.find(write)).map((record) => record.remoteId)).toEqual([remoteId])
}

async function startAndStop(stand: Stand) {
  const { provider, scheduler, clock, vendor } = stand
  const write = runningWrite(stand)
  const made = success(await provider.create(write, 'interactive'))
  expect(endOf(made.fields)).toBe(null)
  scheduler.pass(20 * 60_000)
  const running = success(await provider.running())
  expect([running?.remoteId, endOf(running?.fields), startOf(running?.fields)]).toEqual([
    made.remoteId,
    null,
    startOf(write.fields),
  ])
  expect(vendor.records().map(({ fields }) => endOf(fields))).toEqual([null])
  const startMs = startOf(write.fields) ?? 0
  const stopped = {
    ...write,
    fields: { ...write.fields, time: { kind: 'instants', startMs, endMs: clock.nowMs() } },
  } as const
  const after = success(await provider.update(made.remoteId, stopped, ['time'], 'interactive'))
  expect(endOf(after.fields)).toBe(clock.nowMs())
  expect(success(await provider.running())).toBe(null)
}

async function nothingRuns({ provider }: Stand) {
  expect(success(await provider.running())).toBe(null)
}

async function noRunning(stand: Stand) {
  const answer = await stand.provider.create(runningWrite(stand), 'interactive')
  expect(answer).toMatchObject({ ok: false, error: { kind: 'unsupported' } })
  expect(success(await stand.provider.running())).toBe(null)
  expect(stand.server.log.filter((request) => stand.profile.isCreate(request))).toEqual([])
}

function expectSame({ profile }: Stand, actual: SyncFields | undefined, wanted: SyncFields): void {
  if (actual === undefined) throw new Error('there is no record')
  expect(changedFields(actual, wanted, profile.capabilities.rules.quantumMs), JSON.stringify([actual, wanted])).toEqual(
    [],
  )
}

const endOf = (fields?: SyncFields) => (fields?.time.kind === 'instants' ? fields.time.endMs : undefined)
const startOf = (fields?: SyncFields) => (fields?.time.kind === 'instants' ? fields.time.startMs : undefined)
