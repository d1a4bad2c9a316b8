import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { useProvideActions } from '../../app/actions.ts'
import { Page } from '../../app/page.tsx'
import { useCatalogueQuery } from '../../client/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { Input } from '../../ui/text-field.tsx'
import { ActivityList } from './activity-list.tsx'
import { listCounts } from './list-counts.ts'
import { type NewKind, NewThing } from './new-thing.tsx'
import { ProjectList } from './project-list.tsx'
import { ProjectsEmpty } from './projects-empty.tsx'
import { type ProjectsTab, projectsPath, projectsTabs, readProjectsPath } from './projects-tabs.ts'
import { TagList } from './tag-list.tsx'
import { TemplateList } from './template-list.tsx'
import { WorkItemList } from './work-item-list.tsx'

/** What time can be about: clients, projects, activities, tags, work items and templates. */
export function ProjectsPage() {
  const [path, navigate] = useLocation()
  const { tab, projectId } = readProjectsPath(path)
  const query = useCatalogueQuery()
  return (
    <Page
      title="Projects"
      actions={
        <SegmentedControl
          label="List"
          value={tab}
          options={projectsTabs}
          onChange={(next) => navigate(projectsPath(next))}
          className="max-w-full overflow-x-auto"
        />
      }
    >
      {query.data !== undefined ? (
        <Lists key={tab} tab={tab} projectId={projectId} catalogue={query.data} />
      ) : query.error !== null ? (
        <QueryProblem what="The projects could not be read" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows />
      )}
    </Page>
  )
}

function Lists({ tab, projectId, catalogue }: { tab: ProjectsTab; projectId: string | null; catalogue: Catalogue }) {
  const [filter, setFilter] = useState('')
  const [showHidden, setShowHidden] = useState(false)
  const [making, setMaking] = useState<NewKind | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const filterField = useRef<HTMLInputElement>(null)
  const newButton = useRef<HTMLButtonElement>(null)
  const make = () => setMaking(newKindOf(tab))
  const stopMaking = () => {
    setMaking(null)
    newButton.current?.focus()
  }
  useProvideActions({ 'list.new': make, 'list.filter': () => filterField.current?.focus() })

  const { total, shown, hidden } = listCounts(tab, catalogue, { filter, showHidden })
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 px-5 pb-3 max-sm:px-3">
        <Input
          ref={filterField}
          type="search"
          aria-label={`Filter ${tab === 'items' ? 'work items' : tab}`}
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilter('')
          }}
          className="w-56!"
        />
        {tab !== 'templates' && (
          <Checkbox
            checked={showHidden}
            onChange={(event) => setShowHidden(event.target.checked)}
            className="text-ink-muted"
          >
            {tab === 'items' ? 'Show done' : 'Show archived'}
          </Checkbox>
        )}
        <span role="status" className="tabular text-sm text-ink-faint">
          {filter.trim() === '' ? '' : `${shown} found`}
        </span>
        <span className="ml-auto flex gap-2">
          {tab === 'projects' && (
            <Button variant="secondary" onClick={() => setMaking({ kind: 'client' })}>
              New client
            </Button>
          )}
          <Button ref={newButton} variant="primary" onClick={make}>
            <Plus aria-hidden="true" size={16} />
            {projectsTabs.find(({ value }) => value === tab)?.hint}
          </Button>
        </span>
      </div>
      {making !== null && (
        <NewThing
          key={JSON.stringify(making)}
          making={making}
          catalogue={catalogue}
          onMade={setMade}
          onClose={stopMaking}
        />
      )}
      {total === 0 ? (
        <ProjectsEmpty tab={tab} onNew={make} />
      ) : shown === 0 ? (
        <NothingShown
          filter={filter}
          hidden={hidden}
          onClear={() => setFilter('')}
          onShow={() => setShowHidden(true)}
        />
      ) : (
        <List
          tab={tab}
          catalogue={catalogue}
          filter={filter}
          showHidden={showHidden}
          made={made}
          projectId={projectId}
          onNewProject={(clientId) => setMaking({ kind: 'project', clientId })}
        />
      )}
    </>
  )
}

function List({
  tab,
  catalogue,
  filter,
  showHidden,
  made,
  projectId,
  onNewProject,
}: {
  tab: ProjectsTab
  catalogue: Catalogue
  filter: string
  showHidden: boolean
  /** Id of what was just made. */
  made: string | null
  projectId: string | null
  onNewProject: (clientId: string | null) => void
}) {
  const shared = { filter, revealKey: made }
  switch (tab) {
    case 'projects':
      return (
        <ProjectList
          filter={filter}
          focusId={projectId}
          revealId={made}
          catalogue={catalogue}
          showArchived={showHidden}
          onNewProject={onNewProject}
        />
      )
    case 'activities':
      return <ActivityList {...shared} catalogue={catalogue} showArchived={showHidden} />
    case 'tags':
      return <TagList {...shared} tags={catalogue.tags} showArchived={showHidden} />
    case 'items':
      return <WorkItemList {...shared} catalogue={catalogue} showDone={showHidden} />
    case 'templates':
      return <TemplateList {...shared} templates={catalogue.templates} />
  }
}

function NothingShown({
  filter,
  hidden,
  onClear,
  onShow,
}: {
  filter: string
  /** Archived or done ones that would be shown. */
  hidden: number
  onClear: () => void
  onShow: () => void
}) {
  return (
    <EmptyState
      title={filter.trim() === '' ? 'Nothing to show' : `Nothing is called “${filter.trim()}”`}
      actions={
        <>
          {filter.trim() !== '' && <Button onClick={onClear}>Clear the filter</Button>}
          {hidden > 0 && <Button onClick={onShow}>Show archived and done ones ({hidden})</Button>}
        </>
      }
    />
  )
}

function newKindOf(tab: ProjectsTab): NewKind {
  switch (tab) {
    case 'projects':
      return { kind: 'project', clientId: null }
    case 'activities':
      return { kind: 'activity' }
    case 'tags':
      return { kind: 'tag' }
    case 'items':
      return { kind: 'item' }
    case 'templates':
      return { kind: 'template' }
  }
}
