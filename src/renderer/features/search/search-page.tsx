import { useEffect, useRef, useState } from 'react'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useProvideActions } from '../../app/actions.ts'
import { locale, weekStartOf } from '../../app/locale.ts'
import { Page } from '../../app/page.tsx'
import { hostNowMs, useLive, useSettings } from '../../client/live-store.ts'
import { useCatalogue } from '../../client/queries.ts'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { BulkBar } from '../entries/bulk-bar.tsx'
import { ExportProgress } from '../settings/export-progress.tsx'
import { useExport } from '../settings/use-export.ts'
import { NOTHING, stillThere } from '../today/selection.ts'
import { useEntryCommands } from '../today/use-entry-commands.ts'
import { ExportMenu } from './export-menu.tsx'
import { ResultList } from './result-list.tsx'
import { lengthOf } from './result-rows.ts'
import { emptySearch, isNarrowed, searchFilter } from './search-address.ts'
import { SearchField } from './search-field.tsx'
import { SearchFilters } from './search-filters.tsx'
import { SearchNothing } from './search-nothing.tsx'
import { useResults } from './use-results.ts'
import { useSearchAddress } from './use-search-address.ts'

/** Finds entries by any words and filters, over all time. The address holds the whole search. */
export function SearchPage() {
  const [search, setSearch] = useSearchAddress()
  const settings = useSettings()
  const today = useLive(({ state }) => state?.today) ?? '1970-01-01'
  const filter = searchFilter(search, today, weekStartOf(settings?.weekStart ?? 'locale', locale()))
  const { query, entries, count, totalMs, isKnown } = useResults(filter, settings !== null)
  const catalogue = useCatalogue()
  const commands = useEntryCommands(null)
  const exporting = useExport()
  const [selected, setSelection] = useState(NOTHING)
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  useProvideActions({ 'go.search': () => field.current?.focus(), 'list.filter': () => field.current?.focus() })
  // After the page has taken the focus to its heading: here one came to type.
  useEffect(() => field.current?.focus(), [])

  const selection = stillThere(
    selected,
    entries.map(({ id }) => id),
  )
  const chosen = entries.filter(({ id }) => selection.ids.has(id))
  const selectedMs = chosen.reduce((sum, entry) => sum + lengthOf(entry, hostNowMs()), 0)

  return (
    <Page
      title="Search"
      actions={
        <SearchField
          ref={field}
          text={search.text}
          onText={(text) => setSearch({ ...search, text }, { replace: true })}
          onDown={() => results.current?.querySelector<HTMLElement>('[data-row-focus]')?.focus()}
        />
      }
    >
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-5 pb-2 max-sm:px-3">
        <SearchFilters search={search} catalogue={catalogue} onChange={setSearch} />
      </div>
      <ExportProgress run={exporting} className="mx-5 mb-2" />
      <div className="shrink-0 border-b border-line">
        {chosen.length > 0 ? (
          <BulkBar entries={chosen} totalMs={selectedMs} commands={commands} onDone={() => setSelection(NOTHING)} />
        ) : (
          <div className="flex min-h-12 items-center px-5 max-sm:px-3">
            <p role="status" className="tabular mr-auto text-sm text-ink-muted">
              {isKnown && count > 0 && countInWords(count, totalMs)}
            </p>
            <ExportMenu run={exporting} fromDay={filter.fromDay} toDay={filter.toDay} />
          </div>
        )}
      </div>
      <div
        ref={results}
        aria-busy={query.isPlaceholderData}
        className={query.isPlaceholderData ? 'flex min-h-0 grow flex-col opacity-70' : 'flex min-h-0 grow flex-col'}
      >
        {!isKnown && query.error !== null ? (
          <QueryProblem what="The search could not be made" error={query.error} onRetry={() => void query.refetch()} />
        ) : !isKnown ? (
          <SkeletonRows label="Searching" />
        ) : entries.length === 0 ? (
          <SearchNothing
            search={search}
            onClearFilters={() => setSearch({ ...emptySearch, text: search.text })}
            onClear={() => {
              setSearch(emptySearch)
              field.current?.focus()
            }}
            isNarrowed={isNarrowed(search)}
          />
        ) : (
          <ResultList
            entries={entries}
            text={search.text}
            catalogue={catalogue}
            selection={selection}
            hasMore={query.hasNextPage}
            onMore={() => {
              if (!query.isFetchingNextPage && !query.isPlaceholderData) void query.fetchNextPage()
            }}
            onSelection={setSelection}
            onDelete={(doomed) => {
              setSelection(NOTHING)
              void commands.remove(doomed)
            }}
          />
        )}
      </div>
    </Page>
  )
}

function countInWords(count: number, totalMs: number): string {
  const entries = count === 1 ? '1 entry' : `${count.toLocaleString(locale())} entries`
  return `${entries}, ${formatDurationProse(totalMs)}`
}
