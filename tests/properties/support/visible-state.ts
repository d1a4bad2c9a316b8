import type { StintClient } from '../../../src/shared/contract/contract.ts'

/** Everything a person can see that commands change; not the clock, not the revision, not the history itself. */
export async function visibleState(client: StintClient) {
  const { entries, totalMs } = await client.entries.list({ limit: 500 })
  const { days } = await client.entries.days({ fromDay: '2026-01-01', toDay: '2027-12-31' })
  const { settings } = await client.settings.get({})
  return { entries, totalMs, days, settings, catalogue: await client.catalogue.get({}) }
}
