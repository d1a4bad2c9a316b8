import { CalendarRange, List } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { DayView } from '../../../shared/contract/entries.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { type Day, isDay } from '../../../shared/zone/day.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { locale, useClockStyle } from '../../app/locale.ts'
import { Page } from '../../app/page.tsx'
import { isTypingTarget } from '../../app/shortcuts.ts'
import { useLive } from '../../client/live-store.ts'
import { useCatalogue, useDay } from '../../client/queries.ts'
import { useNowMinuteMs } from '../../client/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { nameLookup } from '../entries/entry-names.ts'
import { AddRow } from './add-row.tsx'
import { DayBulkBar } from './bulk-bar.tsx'
import { DayContext, type DayContextValue } from './day-context.ts'
import { DayEmpty } from './day-empty.tsx'
import { DayNavigation, DayTotal } from './day-header.tsx'
import { DayList, type DayListHandle } from './day-list.tsx'
import { dayRows } from './day-rows.ts'
import { DayTimeline } from './day-timeline.tsx'
import { NOTHING, stillThere } from './selection.ts'
import { SplitDialog } from './split-dialog.tsx'
import { useEntryCommands } from './use-entry-commands.ts'

/** `/today` is the day it is; `/today/2026-11-20` any other. */
export function TodayPage() {
  const [path, navigate] = useLocation()
  const zone = useLive(({ state }) => state?.zone ?? 'UTC')
  const today = useToday(zone)
  const named = path.split('/')[2]
  if (named !== undefined && (!isDay(named) || named === today)) return <Redirect to="/today" replace />
  const day = named ?? today
  return <DayPage key={day} day={day} today={today} onGo={(to) => navigate(to === today ? '/today' : `/today/${to}`)} />
}

/** Changes at midnight, but never under the fingers: a line that is being typed keeps its day until it is left. */
function useToday(zone: string): Day {
  const now = dayOf(useNowMinuteMs(), zone)
  const [today, setToday] = useState(now)
  if (now !== today && !isTypingTarget(document.activeElement)) setToday(now)
  return today
}

function DayPage({ day, today, onGo }: { day: Day; today: Day; onGo: (day: Day) => void }) {
  const [shown, setShown] = useState<Shown>('list')
  const { data: view, isError, refetch } = useDay(day)
  return (
    <Page
      title={day === today ? 'Today' : formatDayTitle(day, locale(), today)}
      heading={<DayHeading day={day} today={today} />}
      actions={
        <>
          <DayNavigation day={day} today={today} onGo={onGo} />
          {view !== undefined && <DayTotal view={view} today={today} />}
          <ShownControl shown={shown} onChange={setShown} />
        </>
      }
    >
      {view !== undefined ? (
        <DayBody view={view} today={today} shown={shown} onShown={setShown} />
      ) : isError ? (
        <ErrorState
          title="This day could not be read"
          safe="Nothing was changed."
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          If it happens again, run <code>stint doctor</code> in a terminal.
        </ErrorState>
      ) : (
        <SkeletonRows label="Loading the day" />
      )}
    </Page>
  )
}

function DayHeading({ day, today }: { day: Day; today: Day }) {
  const near =
    day === today ? 'Today' : day === addDays(today, -1) ? 'Yesterday' : day === addDays(today, 1) ? 'Tomorrow' : null
  return (
    <>
      {formatDayTitle(day, locale(), today)}
      {near !== null && <span className="ml-2 text-base font-normal text-ink-faint">{near}</span>}
    </>
  )
}

type Shown = 'list' | 'timeline'

/** Where both do not fit side by side. */
function ShownControl({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  return (
    <SegmentedControl
      label="Shown"
      className="md:hidden"
      value={shown}
      onChange={onChange}
      options={[
        { value: 'list', label: <List aria-label="List" size={16} />, title: 'List' },
        { value: 'timeline', label: <CalendarRange aria-label="Timeline" size={16} />, title: 'Timeline' },
      ]}
    />
  )
}

function DayBody({
  view,
  today,
  shown,
  onShown,
}: {
  view: DayView
  today: Day
  shown: Shown
  onShown: (shown: Shown) => void
}) {
  const { day, zone } = view
  const catalogue = useCatalogue()
  const commands = useEntryCommands(day)
  const clockStyle = useClockStyle()
  const list = useRef<DayListHandle>(null)
  const [selected, setSelection] = useState(NOTHING)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [splitting, setSplitting] = useState<Entry | null>(null)
  const [wanted, setWanted] = useState<{ id: string; edit: boolean } | null>(entryOfAddress)

  const rows = useMemo(() => dayRows(view), [view])
  const selection = stillThere(
    selected,
    view.entries.map(({ id }) => id),
  )
  const chosen = view.entries.filter(({ id }) => selection.ids.has(id))

  const context = useMemo<DayContextValue>(
    () => ({
      day,
      zone,
      clockStyle,
      commands,
      namesOf: nameLookup(catalogue),
      askSplit: setSplitting,
      focusEntry: (id, edit = false) => setWanted({ id, edit }),
    }),
    [day, zone, clockStyle, commands, catalogue],
  )

  // An entry that was just made is in the list only after the next answer of the host.
  useEffect(() => {
    if (wanted === null || !rows.some(({ key }) => key === wanted.id)) return
    setWanted(null)
    list.current?.focusRow(wanted.id, wanted.edit)
  }, [wanted, rows])

  return (
    <DayContext value={context}>
      <div className="flex min-h-0 grow border-t border-line">
        <div className={shown === 'list' ? 'flex min-w-0 grow flex-col' : 'flex min-w-0 grow flex-col max-md:hidden'}>
          {rows.length === 0 ? (
            <div className="min-h-0 grow overflow-y-auto">
              <DayEmpty day={day} today={today} />
            </div>
          ) : (
            <DayList ref={list} rows={rows} selection={selection} onSelection={setSelection} onActive={setActiveId} />
          )}
          {chosen.length > 0 && <DayBulkBar entries={chosen} onDone={() => setSelection(NOTHING)} />}
          <div hidden={chosen.length > 0}>
            <AddRow />
          </div>
        </div>
        <div
          className={
            shown === 'timeline'
              ? 'flex min-w-0 grow flex-col md:w-92 md:grow-0'
              : 'flex w-92 shrink-0 flex-col border-l border-line max-md:hidden max-lg:w-72'
          }
        >
          <DayTimeline
            view={view}
            activeId={activeId}
            onChoose={(id) => {
              onShown('list')
              requestAnimationFrame(() => list.current?.focusRow(id))
            }}
          />
        </div>
      </div>
      {splitting !== null && <SplitDialog entry={splitting} onClose={() => setSplitting(null)} />}
    </DayContext>
  )
}

/** `/today/2026-11-20?entry=<id>`: the entry that a search led here for. */
function entryOfAddress(): { id: string; edit: boolean } | null {
  const id = new URLSearchParams(window.location.search).get('entry')
  return id === null ? null : { id, edit: false }
}
