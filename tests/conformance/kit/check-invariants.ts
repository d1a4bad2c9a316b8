import { expect } from 'vitest'
import type { SyncFields } from '../../../src/core/domain/sync/sync-fields.ts'
import type { Stand } from './create-stand.ts'

/** What has to hold after every case, whatever it was about. */
export function checkInvariants(stand: Stand): void {
  const { server, vendor, profile } = stand
  expect(
    [...stand.origins].filter((origin) => origin !== server.origin),
    'requests that left',
  ).toEqual([])
  expect(stand.decoyLog(), 'requests to a stranger').toEqual([])
  expect(server.unexpected, 'requests to paths that do not exist').toEqual([])
  expect(vendor.objections, 'what the server holds against the requests').toEqual([])
  expect(stand.createsWithoutIntent, 'creations that nobody noted before').toEqual([])
  expect(server.log.length, `requests for ${stand.observed.calls.join(', ')}`).toBeLessThanOrEqual(
    stand.allowedRequests(),
  )
  expect(leaks(stand), 'where the secret shows').toEqual([])
  const there = vendor.records().filter(({ id }) => !stand.strangers.has(id))
  const { quantum } = profile.capabilities.shape
  const inWords = (fields: SyncFields) => canonical(fields, quantum.ms)
  expect(there.map(({ fields }) => inWords(fields)).sort(), 'records on the server').toEqual(
    stand.expectedThere().map(inWords).sort(),
  )
}

/** One line for what a record says, the same for both sides; when a running one began depends on two clocks. */
export function canonical(fields: SyncFields, quantumMs: number): string {
  const { time } = fields
  const steps = (ms: number) => Math.floor(ms / quantumMs)
  const when =
    time.kind === 'amount'
      ? `${time.day} ${steps(time.durationMs)}`
      : time.endMs === null
        ? 'running'
        : `${steps(time.startMs)}–${steps(time.endMs)}`
  const details = [fields.projectId ?? '-', fields.activityId ?? '-', fields.tags.join('+'), fields.billable ?? '-']
  return `${plainText(fields.note)} | ${when} | ${details.join(' | ')}`
}

/** What servers do to texts: one normal form, no NUL, no spaces around, no halves of letters. */
function plainText(text: string): string {
  return text.toWellFormed().normalize().replaceAll('\u0000', '').trim()
}

function leaks(stand: Stand): string[] {
  const { secret } = stand.profile
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')]
  const holds = (text: string) => forms.some((form) => text.includes(form))
  const db = stand.database()
  const rows = ['accounts', 'sync_items', 'sync_links', 'sync_conflicts'].flatMap(
    (table) =>
      db
        ?.prepare(`select * from ${table}`)
        .all()
        .map((row) => [table, row] as const) ?? [],
  )
  return [
    ...stand.log.lines.filter((line) => holds(JSON.stringify(line))).map(({ message }) => `log: ${message}`),
    ...stand.observed.answers.filter(holds).map(() => 'an answer of the adapter'),
    ...rows.filter(([, row]) => holds(JSON.stringify(row))).map(([table]) => `database: ${table}`),
  ]
}
