// node random-commands.ts DIR SEED: random commands for ever; after each that was acknowledged a line `ack KEY HASH`.
import { createHash } from 'node:crypto'
import { isDefinedError, safe } from '@orpc/client'
import type { StintClient } from '../../../src/shared/contract/contract.ts'
import { pick, randomFrom } from '../support/random.ts'
import { openOwnHost, say } from './own-host.ts'

const [, , dir = '', seed = '0'] = process.argv
const random = randomFrom(Number(seed))
const own = await openOwnHost(dir)
if (own !== undefined) {
  say('ready')
  for (;;) {
    const commandKey = own.key()
    const { error, data } = await safe(act(own.client, commandKey))
    if (error !== null && error !== undefined) {
      // A refusal is an answer, but nothing to find again.
      if (isDefinedError(error)) continue
      throw error
    }
    say(`ack ${commandKey} ${createHash('sha256').update(JSON.stringify(data)).digest('hex')}`)
  }
}

async function act(client: StintClient, commandKey: string): Promise<unknown> {
  const note = `note ${Math.floor(random() * 1e9)}`
  const entries = (await client.entries.list({ limit: 20 })).entries
  const ids = entries.filter(({ time }) => time.kind === 'day' || time.endedAtMs !== null).map(({ id }) => id)
  const id = ids.length === 0 ? crypto.randomUUID() : pick(random, ids)
  const time = { kind: 'day' as const, day: '2026-11-17', durationMs: Math.floor(random() * 3_600_000) }
  return pick(random, [
    () => client.timer.start({ commandKey, note, onOverlap: 'overlap' }),
    () => client.timer.start({ commandKey, note, onOverlap: 'overlap' }),
    () => client.timer.stop({ commandKey }),
    () => client.timer.continue({ commandKey, onOverlap: 'overlap' }),
    () => client.timer.discard({ commandKey }),
    () => client.entries.add({ commandKey, time, note }),
    () => client.entries.update({ commandKey, id, note }),
    () => client.entries.bulkEdit({ commandKey, ids: ids.length === 0 ? [id] : ids, note }),
    () => client.entries.remove({ commandKey, ids: [id] }),
    () => client.entries.duplicate({ commandKey, id }),
    () => client.projects.create({ commandKey, name: note }),
    () => client.history.undo({ commandKey }),
    () => client.history.redo({ commandKey }),
  ])()
}
