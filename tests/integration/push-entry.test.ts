import { describe, expect, it } from 'vitest'
import { milltimeLike, togglLike } from '../fakes/memory-provider.ts'
import { createPushHarness } from './push-harness.ts'

const HOUR = 3_600_000

describe('an entry at a provider', () => {
  it('arrives once, with what it says, and nothing is left to do', async () => {
    const t = await createPushHarness(togglLike)
    await t.add('Payment retry', 0, HOUR)
    await t.drain()
    expect(t.remote()).toEqual(['Payment retry 60'])
    expect(t.open()).toEqual([])
    t.dispose()
  })

  it('is sent once in its newest form, however often it changed before', async () => {
    const t = await createPushHarness(togglLike)
    const id = await t.add('One', 0, HOUR)
    for (const note of ['Two', 'Three', 'Four']) await t.client.entries.update({ commandKey: t.key(), id, note })
    await t.drain()
    expect(t.remote()).toEqual(['Four 60'])
    expect(t.provider.calls).toEqual(['create'])
    t.dispose()
  })

  it('whose answer was lost is found again and not sent twice', async () => {
    const t = await createPushHarness(togglLike)
    await t.add('Lost', 0, HOUR)
    t.fail('create', { kind: 'lost-answer' })
    await t.drain()
    expect(t.remote()).toEqual(['Lost 60'])
    expect(t.provider.calls).toEqual(['create', 'find'])
    t.dispose()
  })

  it('whose request never arrived is sent again after the network is back', async () => {
    const t = await createPushHarness(togglLike)
    await t.add('Later', 0, HOUR)
    t.fail('create', { kind: 'lost-request' })
    await t.drain()
    expect(t.remote()).toEqual(['Later 60'])
    expect(t.provider.calls).toEqual(['create', 'create'])
    t.dispose()
  })

  it.each(['killed-before', 'killed-after'] as const)('survives a process that is %s, as one record', async (kind) => {
    const t = await createPushHarness(togglLike)
    await t.add('Killed', 0, HOUR)
    t.fail('create', { kind })
    await t.drain()
    expect(t.remote()).toEqual(['Killed 60'])
    t.dispose()
  })

  it('that is equal to another stays a second one, also when both answers were lost', async () => {
    const t = await createPushHarness(togglLike)
    await t.add('Twin', 0, HOUR)
    await t.add('Twin', 0, HOUR)
    t.fail('create', { kind: 'lost-answer' }, { kind: 'lost-answer' })
    await t.drain()
    expect(t.remote()).toEqual(['Twin 60', 'Twin 60'])
    t.dispose()
  })

  it('that was changed while it was sent is sent again as it is now', async () => {
    const t = await createPushHarness(togglLike)
    const id = await t.add('Before', 0, HOUR)
    t.during('create', () => t.client.entries.update({ commandKey: t.key(), id, note: 'After' }))
    await t.drain()
    expect(t.remote()).toEqual(['After 60'])
    t.dispose()
  })

  it('that moves to another day where days cannot move is made anew before the old one goes', async () => {
    const t = await createPushHarness(milltimeLike)
    const id = await t.add('Moved', 0, HOUR)
    await t.drain()
    await t.move(id, 24 * HOUR, 25 * HOUR)
    await t.drain()
    expect(t.remote()).toEqual(['Moved 60'])
    expect(t.provider.calls).toEqual(['create', 'create', 'remove'])
    t.dispose()
  })

  it('that is removed here is removed there, also when that answer was lost', async () => {
    const t = await createPushHarness(togglLike)
    const id = await t.add('Gone', 0, HOUR)
    await t.drain()
    await t.client.entries.remove({ commandKey: t.key(), ids: [id] })
    t.fail('remove', { kind: 'lost-answer' })
    await t.drain()
    expect(t.remote()).toEqual([])
    t.dispose()
  })

  it('that was removed there is not brought back behind anybody’s back, but asked about', async () => {
    const t = await createPushHarness(togglLike)
    const id = await t.add('Removed there', 0, HOUR)
    await t.drain()
    t.provider.records.clear()
    await t.client.entries.update({ commandKey: t.key(), id, note: 'Changed here' })
    await t.drain()
    expect(t.remote()).toEqual([])
    expect(t.open()).toEqual(['dead gone-there'])
    expect(t.conflicts()).toBe(1)
    t.dispose()
  })

  it('that the provider refuses for good is kept where a person sees it, and tried again once it is mended', async () => {
    const t = await createPushHarness(togglLike)
    const id = await t.add('Refused', 0, HOUR)
    t.fail('create', {
      kind: 'refused',
      error: { kind: 'validation', fields: [{ field: 'project', reason: 'is closed' }], said: null },
    })
    await t.drain()
    expect(t.open()).toEqual(['dead validation'])
    await t.client.entries.update({ commandKey: t.key(), id, note: 'Mended' })
    await t.drain()
    expect(t.remote()).toEqual(['Mended 60'])
    t.dispose()
  })

  it('does not hold up the others when it is refused', async () => {
    const t = await createPushHarness(togglLike)
    await t.add('Bad', 0, HOUR)
    await t.add('Good', HOUR, 2 * HOUR)
    t.fail('create', { kind: 'refused', error: { kind: 'period-locked', reason: 'closed', said: null } })
    await t.drain()
    expect(t.remote()).toEqual(['Good 60'])
    expect(t.open()).toEqual(['dead period-locked'])
    t.dispose()
  })

  it('waits while the credential is not accepted: one attempt, no storm, everything kept', async () => {
    const t = await createPushHarness(togglLike)
    await t.add('A', 0, HOUR)
    await t.add('B', HOUR, 2 * HOUR)
    t.fail('create', { kind: 'refused', error: { kind: 'unauthenticated', said: null } })
    expect(await t.drainUntilStopped()).toBe('credential')
    expect(t.provider.calls).toEqual(['create'])
    expect(t.open()).toEqual(['queued unauthenticated', 'queued -'])
    await t.drain()
    expect(t.remote()).toEqual(['A 60', 'B 60'])
    t.dispose()
  })
})
