import { isDefinedError, safe } from '@orpc/client'
import fc from 'fast-check'
import type { StintClient } from '../../../src/shared/contract/contract.ts'
import type { createTestCore } from '../../fakes/test-core.ts'

/** One step of a random history, as plain numbers: what they pick depends on what is there when its turn comes. */
export interface Step {
  readonly act: (typeof ACTS)[number]
  readonly a: number
  readonly b: number
  readonly c: number
}

const TIMER_ACTS = ['start', 'start-earlier', 'stop', 'stop-earlier', 'continue', 'discard', 'wait'] as const
const ENTRY_ACTS = [
  'add',
  'add-amount',
  'move',
  'note',
  'details',
  'remove',
  'split',
  'merge',
  'duplicate',
  'bulk',
  'fix',
  'edit-running',
] as const
const OTHER_ACTS = [
  'create-project',
  'create-tag',
  'archive',
  'remove-project',
  'remove-tag',
  'settings',
  'travel',
] as const
const ACTS = [...TIMER_ACTS, ...ENTRY_ACTS, ...OTHER_ACTS] as const

const numbers = { a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(1000) }
export const anyStep: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom(...ACTS), ...numbers })
export const timerStep: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom(...TIMER_ACTS), ...numbers })

const MINUTE = 60_000
const ZONES = ['Europe/Stockholm', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia']

type Core = ReturnType<typeof createTestCore>

/**
 * Carries a step out. A refusal that the contract names is part of a random history; anything else fails the test.
 * Answers whether a command was done.
 */
export async function takeStep(t: Core, step: Step): Promise<boolean> {
  if (step.act === 'wait') {
    t.clock.advance(step.a * MINUTE)
    return false
  }
  if (step.act === 'travel') {
    t.clock.travelTo(ZONES[step.a % ZONES.length] ?? 'UTC')
    return false
  }
  const { error, data } = await safe(command(t, step))
  if (error === null) return data !== undefined && data !== null
  if (!isDefinedError(error) || Reflect.get(error, 'code') === 'internal') throw error
  return false
}

/** The command's answer; undefined where there is nothing to do it to. */
async function command(t: Core, step: Step): Promise<unknown> {
  const { client, clock } = t
  const { a, b, c } = step
  const commandKey = t.key()
  const nowMs = clock.nowMs()
  const onOverlap = (['refuse', 'cut', 'overlap'] as const)[c % 3] ?? 'refuse'
  const { entries } = await client.entries.list({ limit: 200 })
  const one = entries[a % Math.max(1, entries.length)]
  const other = entries[b % Math.max(1, entries.length)]
  const names = await client.catalogue.get({})
  const project = names.projects[a % Math.max(1, names.projects.length)]
  const tag = names.tags[b % Math.max(1, names.tags.length)]
  const details = {
    projectId: project?.id ?? null,
    tagIds: tag === undefined ? [] : [tag.id],
    note: NOTES[a % NOTES.length],
  }
  const startedAtMs = nowMs - (a + 1) * 3 * MINUTE
  switch (step.act) {
    case 'start':
      return client.timer.start({ commandKey, ...details })
    case 'start-earlier':
      return client.timer.start({
        commandKey,
        startedAtMs: nowMs - a * MINUTE,
        onOverlap: onOverlap === 'overlap' ? 'cut' : onOverlap,
      })
    case 'stop':
      return client.timer.stop({ commandKey })
    case 'stop-earlier':
      return client.timer.stop({ commandKey, endedAtMs: nowMs - (a % 30) * MINUTE })
    case 'continue':
      return client.timer.continue({ commandKey, ...(b % 2 && one ? { entryId: one.id } : {}) })
    case 'discard':
      return client.timer.discard({ commandKey })
    case 'add':
      return client.entries.add({
        commandKey,
        ...details,
        time: { kind: 'clock', startedAtMs, endedAtMs: startedAtMs + b * MINUTE, zone: ZONES[c % ZONES.length] },
      })
    case 'add-amount':
      return client.entries.add({
        commandKey,
        ...details,
        time: { kind: 'day', day: `2026-11-${String((a % 28) + 1).padStart(2, '0')}`, durationMs: b * MINUTE },
      })
    case 'move':
      return (
        one &&
        client.entries.update({
          commandKey,
          id: one.id,
          time: { kind: 'clock', startedAtMs, endedAtMs: nowMs - b },
          onOverlap,
        })
      )
    case 'note':
      return one && client.entries.update({ commandKey, id: one.id, note: NOTES[b % NOTES.length] })
    case 'details':
      return one && client.entries.update({ commandKey, id: one.id, ...details, billable: c % 2 === 0 })
    case 'remove':
      return one && client.entries.remove({ commandKey, ids: [one.id, other?.id ?? one.id] })
    case 'split':
      return one && client.entries.split({ commandKey, id: one.id, atMs: middle(one, nowMs, c) })
    case 'merge':
      return one && other && client.entries.merge({ commandKey, ids: [one.id, other.id], includeGaps: c % 2 === 0 })
    case 'duplicate':
      return one && client.entries.duplicate({ commandKey, id: one.id, ...(c % 2 ? { toDay: '2026-10-25' } : {}) })
    case 'bulk':
      return (
        one &&
        client.entries.bulkEdit({
          commandKey,
          ids: [one.id, other?.id ?? one.id],
          projectId: project?.id ?? null,
          addTagIds: details.tagIds,
        })
      )
    case 'fix':
      return fix(client, commandKey, a, b)
    case 'edit-running': {
      const { running } = await client.timer.status({})
      const endedAtMs = c % 2 ? null : nowMs - (b % 60) * MINUTE
      return (
        running &&
        client.entries.update({
          commandKey,
          id: running.id,
          time: { kind: 'clock', startedAtMs: nowMs - a * MINUTE, endedAtMs },
          onOverlap,
        })
      )
    }
    case 'create-project':
      return client.projects.create({ commandKey, name: `P${a % 7}`, billableByDefault: b % 2 === 0 })
    case 'create-tag':
      return client.tags.create({ commandKey, name: `t${a % 7}` })
    case 'archive':
      return project && client.projects.update({ commandKey, id: project.id, archived: b % 2 === 0 })
    case 'remove-project':
      return project && client.projects.remove({ commandKey, id: project.id })
    case 'remove-tag':
      return tag && client.tags.remove({ commandKey, id: tag.id })
    case 'settings':
      return client.settings.update({ commandKey, saveAndContinue: a % 2 === 0, weekStart: (b % 7) + 1 })
    default:
      return undefined
  }
}

const NOTES = ['', 'standup', 'möte', 'fix 👩🏽‍💻', '100 %']

function middle(
  entry: { time: { kind: string; startedAtMs?: number; endedAtMs?: number | null } },
  nowMs: number,
  c: number,
) {
  const { startedAtMs = nowMs, endedAtMs } = entry.time
  return startedAtMs + Math.floor((((endedAtMs ?? nowMs) - startedAtMs) * c) / 1000)
}

async function fix(client: StintClient, commandKey: string, a: number, b: number) {
  const { today } = await client.timer.status({})
  const { overlaps } = await client.entries.day({ day: today })
  const overlap = overlaps[a % Math.max(1, overlaps.length)]
  const kind = overlap?.fixes[b % Math.max(1, overlap.fixes.length)]
  if (overlap === undefined || kind === undefined) return undefined
  return client.entries.fixOverlap({ commandKey, firstId: overlap.firstId, secondId: overlap.secondId, fix: kind })
}
