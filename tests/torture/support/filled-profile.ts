import { openTestHost, type TestHost } from './test-host.ts'

const MINUTE = 60_000

/** Some days of ordinary use: project, tag, a few entries of both kinds, one of them running, an undo. */
export async function fill({ client, clock, key }: TestHost): Promise<void> {
  const { item: project } = await client.projects.create({ commandKey: key(), name: 'Kålåker' })
  const { item: tag } = await client.tags.create({ commandKey: key(), name: 'deep work' })
  for (let index = 0; index < 12; index += 1) {
    await client.timer.start({ commandKey: key(), note: `Work ${index}`, projectId: project.id, tagIds: [tag.id] })
    clock.advance((20 + index) * MINUTE)
    await client.timer.stop({ commandKey: key() })
    clock.advance(5 * MINUTE)
  }
  await client.entries.add({
    commandKey: key(),
    time: { kind: 'day', day: '2026-11-18', durationMs: 90 * MINUTE },
    note: 'Reading',
  })
  await client.history.undo({ commandKey: key() })
  await client.timer.start({ commandKey: key(), note: 'Running when it happened' })
}

/** A profile with history and one good backup, closed in good order. */
export async function makeFilledProfile(dir: string): Promise<{ backup: string }> {
  const opened = await openTestHost(dir)
  await fill(opened)
  const made = await opened.profile.backups.create('manual', opened.clock.nowMs())
  if (!made.ok) throw new Error(made.error.message)
  await opened.profile.close()
  return { backup: made.value.name }
}
