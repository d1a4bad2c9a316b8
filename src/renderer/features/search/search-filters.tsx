import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { NONE, projectOptions } from '../../ui/project-options.tsx'
import { Select } from '../../ui/select.tsx'
import { Input } from '../../ui/text-field.tsx'
import { FilterPicker } from './filter-picker.tsx'
import { emptySearch, isNarrowed, type RangeName, rangeNames, type Search } from './search-address.ts'

const rangeWords: Record<RangeName, string> = {
  all: 'Any time',
  today: 'Today',
  'this-week': 'This week',
  'last-week': 'Last week',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-year': 'This year',
  days: 'From … to …',
}

/** What narrows a search besides its words. */
export function SearchFilters({
  search,
  catalogue,
  onChange,
}: {
  search: Search
  catalogue: Catalogue
  onChange: (next: Search) => void
}) {
  const chosenProjects = search.projectIds
  const projects = useMemo(() => {
    // Archived ones can be searched for as well: their time is still there.
    const all = { ...catalogue, projects: catalogue.projects.map((project) => ({ ...project, archived: false })) }
    return projectOptions(all, null).filter(({ id }) => id !== NONE)
  }, [catalogue])
  const tags = useMemo(
    () =>
      catalogue.tags
        .map((tag) => ({
          id: tag.id,
          label: tag.name,
          mark: tag.colour === null ? undefined : <ColourDot colour={tag.colour} />,
        }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [catalogue],
  )
  return (
    <>
      <Select
        aria-label="When"
        value={search.range}
        onChange={(event) => {
          const range = rangeNames.find((name) => name === event.target.value) ?? 'all'
          onChange({ ...search, range, from: '', to: '' })
        }}
        className={search.range === 'all' ? 'w-36!' : 'w-36! border-accent! bg-accent-soft! font-medium'}
      >
        {rangeNames.map((name) => (
          <option key={name} value={name}>
            {rangeWords[name]}
          </option>
        ))}
      </Select>
      {search.range === 'days' && (
        <span className="flex items-center gap-1">
          <Input
            type="date"
            aria-label="From"
            value={search.from}
            max={search.to === '' ? undefined : search.to}
            onChange={(event) => onChange({ ...search, from: event.target.value })}
            className="w-36!"
          />
          <span className="text-ink-faint">to</span>
          <Input
            type="date"
            aria-label="To"
            value={search.to}
            min={search.from === '' ? undefined : search.from}
            onChange={(event) => onChange({ ...search, to: event.target.value })}
            className="w-36!"
          />
        </span>
      )}
      <FilterPicker
        label="Projects"
        none="Any project"
        many="projects"
        options={projects}
        value={chosenProjects}
        onChange={(projectIds) => onChange({ ...search, projectIds })}
      />
      <FilterPicker
        label="Tags"
        none="Any tag"
        many="tags"
        options={tags}
        value={search.tagIds}
        onChange={(tagIds) => onChange({ ...search, tagIds })}
      />
      <Select
        aria-label="Billable"
        value={search.billable === null ? '' : search.billable ? 'yes' : 'no'}
        onChange={(event) =>
          onChange({ ...search, billable: event.target.value === '' ? null : event.target.value === 'yes' })
        }
        className={search.billable === null ? 'w-38!' : 'w-38! border-accent! bg-accent-soft! font-medium'}
      >
        <option value="">Billable or not</option>
        <option value="yes">Billable</option>
        <option value="no">Not billable</option>
      </Select>
      {isNarrowed({ ...search, text: '' }) && (
        <Button variant="quiet" onClick={() => onChange({ ...emptySearch, text: search.text })}>
          <X aria-hidden="true" size={14} />
          Clear filters
        </Button>
      )}
    </>
  )
}
