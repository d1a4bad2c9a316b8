import { randomUUID } from 'node:crypto'
import type { Connection } from '../../../src/platform/transport/http-client.ts'
import { profileClient } from './profile-client.ts'
import type { RunningHost } from './running-host.ts'

/** The contract of a running host, for putting data in place faster than a person or a shell could. */
export function hostClient(host: RunningHost): Connection['client'] {
  return profileClient(host.profile)
}

export const key = (): string => randomUUID()

/** A wall time of Stockholm in winter, where these tests live: `at('2026-11-16', '9:30')`. */
export function at(day: string, time: string): number {
  return Date.parse(`${day}T${time.padStart(5, '0')}:00+01:00`)
}

/** Finished entries of one day: `[note, from, to]`. Answers with their ids, in the same order. */
export async function addEntries(
  host: RunningHost,
  day: string,
  entries: [string, string, string][],
): Promise<string[]> {
  const client = hostClient(host)
  const ids: string[] = []
  for (const [note, from, to] of entries) {
    const time = { kind: 'clock' as const, startedAtMs: at(day, from), endedAtMs: at(day, to) }
    ids.push((await client.entries.add({ commandKey: key(), note, time })).entry.id)
  }
  return ids
}
