import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Entry, EntryTime, Template } from '../../../shared/contract/entities.ts'
import type { DayView, OverlapFix } from '../../../shared/contract/entries.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import type { Day } from '../../../shared/zone/day.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { refusalText, useCommand } from '../../client/use-command.ts'
import { showProblem, showQuestion } from '../../ui/toast.tsx'

export type EntryChange = Partial<
  Pick<Entry, 'note' | 'projectId' | 'activityId' | 'workItemId' | 'tagIds' | 'billable' | 'offComputer'>
>
export interface BulkChange {
  readonly projectId?: string | null
  readonly activityId?: string | null
  readonly billable?: boolean
  readonly addTagIds?: string[]
  readonly removeTagIds?: string[]
}
export type EntryCommands = ReturnType<typeof useEntryCommands>

/** Everything one can do with entries of a day (null: of any). What answers with text tells the refusal, for showing beside the field. */
export function useEntryCommands(day: Day | null) {
  const run = useCommand()
  const queries = useQueryClient()
  return useMemo(() => {
    const changed = (ids: readonly string[], change: (entry: Entry) => Entry) => () =>
      patchDay(queries, day, (view) => ({
        ...view,
        entries: view.entries.map((entry) => (ids.includes(entry.id) ? change(entry) : entry)),
      }))
    const without = (ids: readonly string[]) => () =>
      patchDay(queries, day, (view) => ({
        ...view,
        entries: view.entries.filter(({ id }) => !ids.includes(id)),
        gaps: view.gaps.filter(({ previousId, nextId }) => !ids.includes(previousId) && !ids.includes(nextId)),
        overlaps: view.overlaps.filter(({ firstId, secondId }) => !ids.includes(firstId) && !ids.includes(secondId)),
      }))

    async function merge(ids: string[], includeGaps = false): Promise<void> {
      const result = await run(
        (client, commandKey) => client.entries.merge({ commandKey, ids, ...(includeGaps ? { includeGaps } : {}) }),
        { done: `Merged ${ids.length} entries` },
      )
      if (result.ok) return
      if (result.error.code !== 'gap-between') return showProblem(result.error.message)
      showQuestion(`${formatDurationProse(result.error.data.gapMs)} between them would become tracked time.`, {
        label: 'Merge all the same',
        run: () => void merge(ids, true),
      })
    }

    return {
      update: async (entry: Entry, change: EntryChange): Promise<string | null> =>
        refusalText(
          await run((client, commandKey) => client.entries.update({ commandKey, id: entry.id, ...change }), {
            optimistic: changed([entry.id], (before) => ({ ...before, ...change })),
          }),
        ),
      /** An end for the running entry stops it. */
      setTime: async (entry: Entry, time: EntryTime): Promise<string | null> => {
        const isStop = entry.time.kind === 'clock' && entry.time.endedAtMs === null && time.kind === 'clock'
        if (isStop && time.endedAtMs !== null) {
          const { endedAtMs } = time
          return refusalText(await run((client, commandKey) => client.timer.stop({ commandKey, endedAtMs })))
        }
        return refusalText(
          await run((client, commandKey) => client.entries.update({ commandKey, id: entry.id, time }), {
            optimistic: changed([entry.id], (before) => ({ ...before, time })),
          }),
        )
      },
      add: (input: EntryChange & { time: EntryTime }, done: string | null) => {
        const { time, ...details } = input
        // An entry that is added has an end; only the timer makes running ones.
        const typed = time.kind === 'day' ? time : { ...time, endedAtMs: time.endedAtMs ?? time.startedAtMs }
        return run((client, commandKey) => client.entries.add({ commandKey, ...details, time: typed }), {
          done: () => done,
        })
      },
      remove: (entries: readonly Entry[]) => {
        const ids = entries.map(({ id }) => id)
        return run((client, commandKey) => client.entries.remove({ commandKey, ids }), {
          optimistic: without(ids),
          done: `Deleted ${nameOf(entries)}`,
          toastRefusal: true,
        })
      },
      duplicate: (entry: Entry) =>
        run((client, commandKey) => client.entries.duplicate({ commandKey, id: entry.id }), {
          done: `Duplicated ${nameOf([entry])}`,
          toastRefusal: true,
        }),
      split: (entry: Entry, atMs: number) =>
        run((client, commandKey) => client.entries.split({ commandKey, id: entry.id, atMs }), {
          done: `Split ${nameOf([entry])}`,
        }),
      merge,
      bulkEdit: (ids: string[], change: BulkChange) =>
        run((client, commandKey) => client.entries.bulkEdit({ commandKey, ids, ...change }), {
          done: `Changed ${ids.length === 1 ? '1 entry' : `${ids.length} entries`}`,
          toastRefusal: true,
        }),
      fixOverlap: async (firstId: string, secondId: string, fix: OverlapFix): Promise<string | null> =>
        refusalText(
          await run((client, commandKey) => client.entries.fixOverlap({ commandKey, firstId, secondId, fix }), {
            done: 'Mended the overlap',
          }),
        ),
      continueEntry: (entry: Entry) =>
        run((client, commandKey) => client.timer.continue({ commandKey, entryId: entry.id }), { toastRefusal: true }),
      saveTemplate: ({ note, projectId, activityId, workItemId, tagIds, billable }: Entry) => {
        const name = note.split('\n')[0]?.trim().slice(0, 200) || 'Template'
        const template: Omit<Template, 'id'> = {
          name,
          note,
          projectId,
          activityId,
          workItemId,
          tagIds,
          billable,
          durationMs: null,
        }
        return run((client, commandKey) => client.templates.create({ commandKey, ...template }), {
          done: `Saved the template “${name}”`,
          toastRefusal: true,
        })
      },
    }
  }, [run, queries, day])
}

/** Changes the day as it is shown, and returns what puts it back. A refetch under way must not bring the old one back. */
function patchDay(queries: QueryClient, day: Day | null, change: (view: DayView) => DayView): () => void {
  if (day === null) return () => undefined
  const queryKey = queryKeys.day(day)
  void queries.cancelQueries({ queryKey })
  const before = queries.getQueryData<DayView>(queryKey)
  if (before !== undefined) queries.setQueryData<DayView>(queryKey, change(before))
  return () => void queries.invalidateQueries({ queryKey })
}

function nameOf(entries: readonly Entry[]): string {
  const [first] = entries
  if (entries.length !== 1 || first === undefined) return `${entries.length} entries`
  return first.note === '' ? 'an entry without a note' : `“${first.note.split('\n')[0]}”`
}
