import { expect } from 'vitest'
import type { Reply } from '../fake-server/start-fake-server.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { instead, isRead, isWrite, spoilt, withBody } from '../kit/twist.ts'
import { HOUR, recentDays, sampleWrite, success } from './sample.ts'

const json = { 'content-type': 'application/json' }
const bad: readonly { readonly name: string; readonly reply: Reply }[] = [
  { name: 'cut short', reply: { body: '[{"id": 17, "na', headers: json } },
  { name: 'with rubbish behind it', reply: { body: '[] trailing', headers: json } },
  {
    name: 'a page with status 200',
    reply: { body: '<html>Maintenance</html>', headers: { 'content-type': 'text/html' } },
  },
  { name: 'an object where a list belongs', reply: { body: { items: 'none' } } },
  { name: 'a text where data belongs', reply: { body: '"fine"', headers: json } },
  { name: 'a list of something else', reply: { body: [1, 'two', null] } },
]

export const malformed: Scenario = {
  id: 'T11',
  title: 'answers that make no sense',
  cases: ({ needed, harmless }) => [
    ...bad.map(({ name, reply }) => ({
      name: `${name}: no data, no exception`,
      run: (stand: Stand) => isBad(stand, reply),
    })),
    ...needed.map(({ name, spoil }) => ({
      name: `a record without a usable ${name}`,
      run: (stand: Stand) => spoiltRecord(stand, spoil),
    })),
    ...harmless.map(({ name, change }) => ({
      name: `${name}: no matter`,
      run: (stand: Stand) => harmlessRecord(stand, change),
    })),
    { name: 'null where a list belongs says nothing about what was removed', run: nullList },
    { name: 'a byte order mark before the data: no matter', run: byteOrderMark },
    { name: 'an id beyond 2^53 stays the same id', run: bigId },
    { name: 'a write that was done and answered with nonsense: one record', run: nonsenseAfterWrite },
  ],
}

async function isBad(stand: Stand, reply: Reply) {
  const { provider } = stand
  const { remoteId } = success(await provider.create(sampleWrite(stand), 'background'))
  stand.twist(instead(reply), isRead, 20)
  const calls = [
    () => provider.check(),
    () => provider.pull(recentDays(stand)),
    () => provider.catalogue(),
    () => provider.find(sampleWrite(stand)),
    () => provider.get(remoteId),
  ]
  for (const call of calls) {
    expect(await call(), String(call)).toMatchObject({ ok: false, error: { kind: 'bad-payload', phase: 'after-send' } })
  }
}

type Change = (record: Record<string, unknown>) => Record<string, unknown>

/** Changes every record of a body, whether it is one, a list, or a list inside of something. */
function inRecords(body: unknown, change: Change): unknown {
  if (Array.isArray(body)) return body.map((one) => inRecords(one, change))
  if (typeof body !== 'object' || body === null) return body
  const entries = Object.entries(body)
  const list = entries.find(([, value]) => Array.isArray(value) && value.some((one) => typeof one === 'object'))
  if (list !== undefined) return { ...body, [list[0]]: inRecords(list[1], change) }
  return change(Object.fromEntries(entries))
}

async function spoiltRecord(stand: Stand, spoil: Change) {
  const { provider } = stand
  const { remoteId } = success(await provider.create(sampleWrite(stand), 'background'))
  await findOutWhoIam(stand)
  stand.twist(
    withBody((body) => inRecords(body, spoil)),
    isRead,
    3,
  )
  for (const answer of [
    await provider.pull(recentDays(stand)),
    await provider.get(remoteId),
    await provider.find(sampleWrite(stand)),
  ]) {
    expect(answer).toMatchObject({ ok: false, error: { kind: 'bad-payload' } })
  }
}

/** Some adapters ask that once, before anything else. */
async function findOutWhoIam({ provider }: Stand) {
  success(await provider.running())
}

async function harmlessRecord(stand: Stand, change: Change) {
  const { provider } = stand
  const made = success(await provider.create(sampleWrite(stand), 'background'))
  await findOutWhoIam(stand)
  stand.twist(
    withBody((body) => inRecords(body, change)),
    isRead,
    2,
  )
  const listed = success(await provider.pull(recentDays(stand))).records
  expect(listed.map(({ remoteId, fields }) => [remoteId, fields])).toEqual([[made.remoteId, made.fields]])
  expect(success(await provider.get(made.remoteId))?.fields).toEqual(made.fields)
}

async function nullList(stand: Stand) {
  success(await stand.provider.create(sampleWrite(stand), 'background'))
  stand.twist(instead({ body: 'null', headers: json }), isRead)
  const answer = await stand.provider.pull(recentDays(stand))
  if (answer.ok) expect(answer.value).toMatchObject({ records: [], complete: null })
}

async function byteOrderMark(stand: Stand) {
  success(await stand.provider.create(sampleWrite(stand), 'background'))
  await findOutWhoIam(stand)
  stand.twist((act) => ({ body: `\uFEFF${JSON.stringify(act().body)}`, headers: json }), isRead)
  expect(success(await stand.provider.pull(recentDays(stand))).records.length).toBe(1)
}

async function bigId(stand: Stand) {
  const { remoteId } = success(await stand.provider.create(sampleWrite(stand), 'background'))
  const big = '9007199254740993'
  await findOutWhoIam(stand)
  stand.twist((act) => ({ body: JSON.stringify(act().body).replaceAll(remoteId, big), headers: json }), isRead)
  const [record] = success(await stand.provider.pull(recentDays(stand))).records
  expect(record?.remoteId).toBe(big)
}

async function nonsenseAfterWrite(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Cut', 0, HOUR)
  stand.twist(spoilt({ kind: 'truncated-json' }), isWrite)
  await queue.drain()
  await queue.add('A page', HOUR, 2 * HOUR)
  stand.twist(spoilt({ kind: 'wrong-content-type' }), isWrite)
  await queue.drain()
  await queue.add('Sign in', 2 * HOUR, 3 * HOUR)
  stand.twist(spoilt({ kind: 'html-203' }), isWrite)
  await queue.drain()
  expect(stand.vendor.records().length).toBe(3)
}
