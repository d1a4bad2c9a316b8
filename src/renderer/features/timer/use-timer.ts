import { useMemo } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { expectRunning, hostNowMs, useLive } from '../../client/live-store.ts'
import { useCommand } from '../../client/use-command.ts'
import { clearDraft, type Details, STARTING } from './timer-draft.ts'

type OnOverlap = 'cut' | 'overlap'
export interface StartOptions {
  readonly startedAtMs?: number
  readonly onOverlap?: OnOverlap
}

/** Everything one can do with the timer. The view changes at once; a refusal puts it back. */
export function useTimer() {
  const run = useCommand()
  return useMemo(() => {
    const expecting = (entry: Entry | null) => () => {
      expectRunning(entry)
      return () => expectRunning(undefined)
    }

    /** Starts, and thereby switches when something runs. */
    async function start(details: Partial<Details>, options: StartOptions = {}, toastRefusal = false) {
      const { billable, ...rest } = details
      const input = { ...rest, ...(billable == null ? {} : { billable }), ...options }
      const result = await run((client, commandKey) => client.timer.start({ commandKey, ...input }), {
        optimistic: expecting(draftEntry(details, options.startedAtMs ?? hostNowMs())),
        toastRefusal,
      })
      if (result.ok) clearDraft()
      return result
    }

    return {
      start,
      stop: () =>
        run((client, commandKey) => client.timer.stop({ commandKey }), {
          optimistic: expecting(null),
          toastRefusal: true,
        }),
      continueEntry: (entryId?: string) =>
        run(
          (client, commandKey) =>
            client.timer.continue(entryId === undefined ? { commandKey } : { commandKey, entryId }),
          { toastRefusal: true },
        ),
      discard: () =>
        run((client, commandKey) => client.timer.discard({ commandKey }), {
          done: ({ entry }) => (entry.note === '' ? 'Discarded the timer' : `Discarded “${entry.note}”`),
          optimistic: expecting(null),
          toastRefusal: true,
        }),
      /** Changes what the running entry is about. */
      edit: (running: Entry, change: Partial<Details>) => {
        const { billable, ...rest } = change
        const input = { ...rest, ...(billable == null ? {} : { billable }) }
        return run((client, commandKey) => client.entries.update({ commandKey, id: running.id, ...input }), {
          optimistic: expecting({ ...running, ...input }),
          toastRefusal: true,
        })
      },
      moveStart: (running: Entry, startedAtMs: number, onOverlap?: OnOverlap) =>
        run((client, commandKey) =>
          client.entries.update({
            commandKey,
            id: running.id,
            time: { kind: 'clock', startedAtMs, endedAtMs: null, zone: running.time.zone },
            ...(onOverlap === undefined ? {} : { onOverlap }),
          }),
        ),
    }
  }, [run])
}

/** Shown until the host has answered with the real one. */
function draftEntry(details: Partial<Details>, startedAtMs: number): Entry {
  const zone = useLive.getState().state?.zone ?? 'UTC'
  return {
    id: STARTING,
    time: { kind: 'clock', startedAtMs, endedAtMs: null, zone },
    note: details.note ?? '',
    projectId: details.projectId ?? null,
    activityId: details.activityId ?? null,
    workItemId: details.workItemId ?? null,
    tagIds: details.tagIds ?? [],
    billable: details.billable ?? false,
    offComputer: details.offComputer ?? false,
    source: 'timer',
    importBatchId: null,
    createdAtMs: startedAtMs,
    updatedAtMs: startedAtMs,
  }
}
