import { accountCommands } from './account-commands.ts'
import type { CommandPath } from './command-path.ts'
import type { TestHost } from './test-host.ts'

const HOUR = 3_600_000

/** Each command of the contract that writes, once. `tests/torture/disk-full.test.ts` checks that none is missing. */
export function everyCommand(host: TestHost): CommandPath[] {
  const { client, clock, key } = host
  const later = () => clock.advance(HOUR)
  const stopRunning = async () => {
    const { running } = await client.timer.status({})
    if (running !== null) await client.timer.stop({ commandKey: key() })
    later()
  }
  const running = async () => {
    await stopRunning()
    const { entry } = await client.timer.start({ commandKey: key(), note: 'Running' })
    later()
    return entry
  }
  /** Somebody was away while a timer ran. */
  const question = async () => {
    await running()
    await client.absence.report({ commandKey: key(), report: { kind: 'away' } })
    later()
    const { question: asked } = await client.absence.report({ commandKey: key(), report: { kind: 'back' } })
    if (asked === null) throw new Error('Nothing is asked')
    return asked.id
  }
  const added = async (note = 'Added') => {
    later()
    const startedAtMs = clock.nowMs() - HOUR
    const time = { kind: 'clock' as const, startedAtMs, endedAtMs: startedAtMs + HOUR / 2 }
    return (await client.entries.add({ commandKey: key(), time, note })).entry
  }
  const command = (name: string, prepare: CommandPath['prepare']): CommandPath => ({ name, prepare })
  const catalogue = [
    ['clients', { name: 'Client' }, { name: 'Client renamed' }],
    ['projects', { name: 'Project' }, { name: 'Project renamed' }],
    ['activities', { name: 'Activity' }, { name: 'Activity renamed' }],
    ['tags', { name: 'tag' }, { name: 'tag renamed' }],
    ['workItems', { key: 'W-1', title: 'Work item' }, { title: 'Work item renamed' }],
    ['templates', { name: 'Template' }, { name: 'Template renamed' }],
  ] as const
  let count = 0
  const unique = <T extends Record<string, unknown>>(fields: T): T => {
    count += 1
    const [first] = Object.keys(fields)
    return first === undefined ? fields : { ...fields, [first]: `${String(fields[first])}-${count}` }
  }

  return [
    command('timer.start', async () => {
      await stopRunning()
      return (commandKey) => client.timer.start({ commandKey, note: 'Started' })
    }),
    command('timer.stop', async () => {
      await running()
      return (commandKey) => client.timer.stop({ commandKey })
    }),
    command('timer.continue', async () => {
      await added()
      await stopRunning()
      return (commandKey) => client.timer.continue({ commandKey })
    }),
    command('timer.discard', async () => {
      await running()
      return (commandKey) => client.timer.discard({ commandKey })
    }),
    command('entries.add', async () => {
      later()
      const time = { kind: 'day' as const, day: '2026-11-18', durationMs: HOUR }
      return (commandKey) => client.entries.add({ commandKey, time, note: 'A day' })
    }),
    command('entries.update', async () => {
      const { id } = await added()
      return (commandKey) => client.entries.update({ commandKey, id, note: 'Changed to something longer than it was' })
    }),
    command('entries.remove', async () => {
      const { id } = await added()
      return (commandKey) => client.entries.remove({ commandKey, ids: [id] })
    }),
    command('entries.split', async () => {
      const entry = await added()
      const atMs = entry.time.kind === 'clock' ? entry.time.startedAtMs + 60_000 : 0
      return (commandKey) => client.entries.split({ commandKey, id: entry.id, atMs })
    }),
    command('entries.merge', async () => {
      const ids = [(await added('Same')).id, (await added('Same')).id]
      return (commandKey) => client.entries.merge({ commandKey, ids, includeGaps: true })
    }),
    command('entries.duplicate', async () => {
      const { id } = await added()
      return (commandKey) => client.entries.duplicate({ commandKey, id })
    }),
    command('entries.bulkEdit', async () => {
      const ids = [(await added()).id, (await added()).id]
      return (commandKey) => client.entries.bulkEdit({ commandKey, ids, note: 'All of them' })
    }),
    command('entries.fixOverlap', async () => {
      const first = await added()
      if (first.time.kind !== 'clock') throw new Error('The entry has clock times')
      const startedAtMs = first.time.startedAtMs + 60_000
      const time = { kind: 'clock' as const, startedAtMs, endedAtMs: startedAtMs + HOUR }
      const { entry: second } = await client.entries.add({ commandKey: key(), time, note: 'Over it' })
      return (commandKey) =>
        client.entries.fixOverlap({ commandKey, firstId: first.id, secondId: second.id, fix: 'trim-first' })
    }),
    ...catalogue.flatMap(([kind, fields, edit]) => {
      // One shape for the six kinds: their inputs differ in fields only, and the tables above match each kind.
      const calls = client[kind] as unknown as Record<
        'create' | 'update' | 'remove',
        (input: object) => Promise<{ item: { id: string } }>
      >
      const create = async () => (await calls.create({ commandKey: key(), ...unique(fields) })).item
      return [
        command(`${kind}.create`, async () => {
          const input = unique(fields)
          return (commandKey) => calls.create({ commandKey, ...input })
        }),
        command(`${kind}.update`, async () => {
          const { id } = await create()
          return (commandKey) => calls.update({ commandKey, id, ...edit })
        }),
        command(`${kind}.remove`, async () => {
          const { id } = await create()
          return (commandKey) => calls.remove({ commandKey, id })
        }),
      ]
    }),
    command('absence.answer', async () => {
      const absenceId = await question()
      return (commandKey) => client.absence.answer({ commandKey, absenceId, answer: { kind: 'discard' } })
    }),
    command('notifications.read', async () => {
      const absenceId = await question()
      // Answered, so that the next question is told anew.
      await client.absence.answer({ commandKey: key(), absenceId, answer: { kind: 'keep' } })
      await question()
      return (commandKey) => client.notifications.read({ commandKey })
    }),
    command('settings.update', async () => {
      const { settings } = await client.settings.get({})
      const dayTargetMs = (settings.dayTargetMs ?? 0) + HOUR
      return (commandKey) => client.settings.update({ commandKey, dayTargetMs })
    }),
    command('history.undo', async () => {
      await added()
      return (commandKey) => client.history.undo({ commandKey })
    }),
    command('history.redo', async () => {
      await added()
      await client.history.undo({ commandKey: key() })
      return (commandKey) => client.history.redo({ commandKey })
    }),
    command('imports.run', async () => {
      count += 1
      const input = await uploadCsv({ client, key }, 60, `run ${count}`)
      return (commandKey) => client.imports.run({ commandKey, ...input })
    }),
    command('imports.undo', async () => {
      count += 1
      const input = await uploadCsv({ client, key }, 3, `undo ${count}`)
      const { batch } = await client.imports.run({ commandKey: key(), ...input })
      return (commandKey) => client.imports.undo({ commandKey, batchId: batch.id })
    }),
    ...accountCommands(host),
  ]
}

/** Sends a CSV file of `rows` entries; the answer is the input of `imports.run` beside its key. */
export async function uploadCsv({ client, key }: Pick<TestHost, 'client' | 'key'>, rows: number, mark: string) {
  const fileName = 'history.csv'
  const { uploadId } = await client.imports.begin({ commandKey: key(), fileName })
  const lines = Array.from({ length: rows }, (_, row) => {
    const start = new Date(Date.UTC(2020, 0, 1) + row * HOUR)
    const end = new Date(start.getTime() + HOUR / 2)
    return `${start.toISOString()},${end.toISOString()},${mark} row ${row},Project ${row % 5}`
  })
  const text = `start,end,note,project\n${lines.join('\n')}\n`
  for (let index = 0, at = 0; at < text.length; index += 1, at += 700_000) {
    const data = Buffer.from(text.slice(at, at + 700_000)).toString('base64')
    await client.imports.append({ commandKey: key(), uploadId, fileName, index, data })
  }
  return { uploadId, format: 'csv' as const, options: { zone: 'Europe/Stockholm' } }
}
