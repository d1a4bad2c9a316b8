import { SearchX, Timer } from 'lucide-react'
import { Link } from 'wouter'
import { Button, buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { isNarrowed as narrows, type Search } from './search-address.ts'

/** No entry fits, or there are none at all. */
export function SearchNothing({
  search,
  isNarrowed,
  onClear,
  onClearFilters,
}: {
  search: Search
  isNarrowed: boolean
  onClear: () => void
  onClearFilters: () => void
}) {
  if (!isNarrowed) {
    return (
      <EmptyState
        icon={<Timer size={28} strokeWidth={1.5} />}
        title="Nothing to search yet"
        actions={
          <>
            <Link href="/today" className={buttonClass('primary')}>
              Go to Today
            </Link>
            <Link href="/import" className={buttonClass()}>
              Import from another tracker
            </Link>
          </>
        }
      >
        Every entry you track can be found here by the words of its note, its project, client, activity, tags or work
        item.
      </EmptyState>
    )
  }
  const hasFilters = narrows({ ...search, text: '' })
  return (
    <EmptyState
      icon={<SearchX size={28} strokeWidth={1.5} />}
      title={search.text.trim() === '' ? 'No entry fits these filters' : `No entry holds “${search.text.trim()}”`}
      actions={
        <>
          {hasFilters && search.text.trim() !== '' && <Button onClick={onClearFilters}>Search without filters</Button>}
          <Button onClick={onClear}>Clear everything</Button>
        </>
      }
    >
      Every word must occur somewhere in an entry: in its note, project, client, activity, tags or work item. Parts of
      words are enough.
    </EmptyState>
  )
}
