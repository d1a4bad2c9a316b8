import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReportGroup } from '../../../shared/contract/reports.ts'
import { monthOf } from '../../../shared/zone/periods.ts'
import { useClient } from '../../client/client-context.ts'
import { useLive } from '../../client/live-store.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { timeById } from './time-by-id.ts'

export interface Times {
  readonly month: ReadonlyMap<string, number>
  readonly all: ReadonlyMap<string, number>
  /** False until both are known: nothing is shown then, rather than a wrong zero. */
  readonly known: boolean
}

/** Time per project, tag, … in this month and in all. */
export function useTimes(by: ReportGroup): Times {
  const today = useLive(({ state }) => state?.today)
  const month = useSummary(by, today === undefined ? undefined : monthOf(today))
  const all = useSummary(by, today === undefined ? undefined : {})
  return {
    month: timeById(month.data, by),
    all: timeById(all.data, by),
    known: month.data !== undefined && all.data !== undefined,
  }
}

function useSummary(by: ReportGroup, range: { from?: string; to?: string } | undefined) {
  const client = useClient()
  const input = {
    groupBy: [by],
    ...(range?.from === undefined ? {} : { fromDay: range.from }),
    ...(range?.to === undefined ? {} : { toDay: range.to }),
  }
  return useQuery({
    queryKey: queryKeys.report(input),
    queryFn: ({ signal }) => client.reports.summary(input, { signal }),
    placeholderData: keepPreviousData,
    enabled: range !== undefined,
  })
}
