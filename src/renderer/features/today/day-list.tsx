import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useProvideActions } from '../../app/actions.ts'
import { isTypingTarget } from '../../app/shortcuts.ts'
import { useDayContext } from './day-context.ts'
import type { DayRow } from './day-rows.ts'
import { EntryRow } from './entry-row.tsx'
import { GapRow } from './gap-row.tsx'
import { OverlapRow } from './overlap-row.tsx'
import { everything, extended, NOTHING, type Selection, toggled } from './selection.ts'

export interface DayListHandle {
  /** Gives the focus to a row of the list, and opens its note where asked to. */
  focusRow: (key: string, edit?: boolean) => void
  focusFirst: () => void
}

/** Widths do not depend on what a row holds, so that the columns of all rows line up; clocks with am and pm need more. */
const columns = {
  '24h':
    'grid-cols-[2.25rem_7.75rem_minmax(0,1fr)_1.75rem_4.25rem_3.75rem] @max-lg:grid-cols-[1.75rem_7.25rem_minmax(0,1fr)_1.75rem_3.75rem_1.75rem]',
  '12h':
    'grid-cols-[2.25rem_10.25rem_minmax(0,1fr)_1.75rem_4.25rem_3.75rem] @max-lg:grid-cols-[1.75rem_10rem_minmax(0,1fr)_1.75rem_3.75rem_1.75rem]',
}

/**
 * The entries of a day with the gaps and overlaps between them, as a grid: one row is in the tab order, arrows move,
 * Space and Shift select, Enter edits. Only rows in sight are in the page, and the one with the focus.
 */
export function DayList({
  rows,
  selection,
  onSelection,
  onActive,
  ref,
}: {
  rows: readonly DayRow[]
  selection: Selection
  onSelection: (selection: Selection) => void
  /** The entry whose row has the focus, for the timeline beside it. */
  onActive: (entryId: string | null) => void
  ref: Ref<DayListHandle>
}) {
  const { day, clockStyle, commands, askSplit, focusEntry } = useDayContext()
  const scroller = useRef<HTMLDivElement>(null)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  /** The row that held the focus, to go on from there when it is deleted. */
  const lastIndex = useRef(0)
  const hasFocus = useRef(false)

  const keys = useMemo(() => rows.map(({ key }) => key), [rows])
  const entries = useMemo(() => rows.flatMap((row) => (row.kind === 'entry' ? [row.entry] : [])), [rows])
  const entryIds = useMemo(() => entries.map(({ id }) => id), [entries])
  const found = activeKey === null ? -1 : keys.indexOf(activeKey)
  const activeIndex = found === -1 ? 0 : found
  const activeRow = rows[activeIndex]

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'entry' ? 56 : 32),
    getItemKey: (index) => keys[index] ?? index,
    overscan: 3,
    // The row with the focus stays in the page wherever the list is scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (rows.length === 0 || shown.includes(activeIndex)) return shown
      return [...shown, activeIndex].sort((a, b) => a - b)
    },
  })

  function focusIndex(index: number, edit = false) {
    const key = keys[Math.min(keys.length - 1, Math.max(0, index))]
    if (key === undefined) return
    setActiveKey(key)
    virtual.scrollToIndex(keys.indexOf(key))
    // The row may have to be drawn first.
    requestAnimationFrame(() => {
      const row = rowElement(key)
      row?.focus({ preventScroll: true })
      if (edit) row?.querySelector<HTMLElement>('[data-edit=note]')?.click()
    })
  }

  function rowElement(key: string): HTMLElement | null {
    return scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null
  }

  useImperativeHandle(ref, () => ({
    focusRow: (key, edit) => focusIndex(keys.indexOf(key), edit),
    focusFirst: () => focusIndex(found === -1 ? 0 : found),
  }))

  // A row that went away hands its focus to the one that took its place.
  useLayoutEffect(() => {
    if (found !== -1) {
      lastIndex.current = found
      return
    }
    if (hasFocus.current && (document.activeElement === document.body || document.activeElement === null)) {
      focusIndex(Math.min(lastIndex.current, rows.length - 1))
    }
  })

  const activeEntry = activeRow?.kind === 'entry' ? activeRow.entry : null
  const chosen = (): Entry[] => {
    const selected = entries.filter(({ id }) => selection.ids.has(id))
    return selected.length > 0 ? selected : activeEntry === null ? [] : [activeEntry]
  }
  const withActive = (act: (entry: Entry) => void) => ({
    run: () => activeEntry !== null && act(activeEntry),
    when: () => activeEntry !== null && scroller.current?.contains(document.activeElement) === true,
  })
  useProvideActions({
    'entry.edit': withActive(
      () => activeRow && rowElement(activeRow.key)?.querySelector<HTMLElement>('[data-edit=note]')?.click(),
    ),
    'entry.select': withActive(({ id }) => onSelection(toggled(selection, id))),
    'entry.continue': withActive((entry) => void commands.continueEntry(entry)),
    'entry.duplicate': withActive(async (entry) => {
      const result = await commands.duplicate(entry)
      if (result.ok) focusEntry(result.value.entry.id)
    }),
    'entry.split': withActive((entry) => entry.time.kind === 'clock' && askSplit(entry)),
    'entry.merge': withActive((entry) => {
      const next = nextOf(entries, entry)
      const ids = selection.ids.size > 1 ? entryIds.filter((id) => selection.ids.has(id)) : next && [entry.id, next.id]
      if (ids) void commands.merge([...ids])
    }),
    'entry.delete': withActive(() => {
      void commands.remove(chosen())
      onSelection(NOTHING)
    }),
    'entry.saveTemplate': withActive((entry) => void commands.saveTemplate(entry)),
    'today.list': { run: () => focusIndex(activeIndex), when: () => rows.length > 0 },
  })

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.defaultPrevented || isTypingTarget(event.target)) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    const isModified = event.ctrlKey || event.metaKey
    if (step !== undefined || event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : activeIndex + (step ?? 0)
      const index = Math.min(rows.length - 1, Math.max(0, to))
      const target = rows[index]
      if (event.shiftKey && target?.kind === 'entry') {
        const from = selection.anchor === null && activeEntry ? toggled(NOTHING, activeEntry.id) : selection
        onSelection(extended(from, target.entry.id, entryIds))
      }
      focusIndex(index)
    } else if (isModified && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      onSelection(everything(entryIds))
    } else if (event.key === 'Escape') {
      if (selection.ids.size > 0) onSelection(NOTHING)
      if (activeRow) rowElement(activeRow.key)?.focus()
    }
  }

  function onClick(event: MouseEvent<HTMLElement>, row: DayRow) {
    const isControl = event.target instanceof Element && event.target.closest('button, input, textarea') !== null
    if (isControl || row.kind !== 'entry') return
    if (event.shiftKey) {
      window.getSelection()?.removeAllRanges()
      const from = selection.anchor === null && activeEntry ? toggled(NOTHING, activeEntry.id) : selection
      onSelection(extended(from, row.entry.id, entryIds))
    } else if (event.ctrlKey || event.metaKey) onSelection(toggled(selection, row.entry.id))
    else if (selection.ids.size > 0) onSelection(NOTHING)
  }

  const onToggle = useStableToggle(selection, entryIds, onSelection)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed freely, which a table element cannot do
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={`Entries of ${day}`}
      aria-rowcount={rows.length}
      aria-multiselectable="true"
      className="@container min-h-0 grow overflow-y-auto overscroll-contain outline-none"
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={(event) => {
        // Gone with its row: relatedTarget is null then, and the effect above hands the focus on.
        if (event.relatedTarget !== null) hasFocus.current = scroller.current?.contains(event.relatedTarget) ?? false
      }}
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const isActive = item.index === activeIndex
          const isSelected = row.kind === 'entry' && selection.ids.has(row.entry.id)
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={item.key}
              ref={virtual.measureElement}
              role="row"
              tabIndex={isActive ? 0 : -1}
              data-index={item.index}
              data-key={row.key}
              aria-rowindex={item.index + 1}
              aria-selected={row.kind === 'entry' ? isSelected : undefined}
              onFocus={() => {
                setActiveKey(row.key)
                onActive(row.kind === 'entry' ? row.entry.id : null)
              }}
              onClick={(event) => onClick(event, row)}
              onKeyDown={() => undefined}
              className={clsx(
                'group/row absolute inset-x-0 top-0 grid items-start gap-x-1 -outline-offset-2 focus-within:z-10',
                columns[clockStyle],
                row.kind === 'entry' && 'border-b border-line py-1.5 pr-2 compact:py-0.5',
                isSelected ? 'bg-accent-soft' : row.kind === 'entry' && 'hover:bg-hover',
              )}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'entry' ? (
                <EntryRow
                  entry={row.entry}
                  next={nextOf(entries, row.entry)}
                  isActive={isActive}
                  isSelected={isSelected}
                  showsSelection={selection.ids.size > 0}
                  onToggle={onToggle}
                />
              ) : row.kind === 'gap' ? (
                <GapRow gap={row.gap} previous={row.previous} next={row.next} isActive={isActive} />
              ) : (
                <OverlapRow overlap={row.overlap} first={row.first} second={row.second} isActive={isActive} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Rows are drawn anew only when something of theirs changes, so what they are given must stay the same. */
function useStableToggle(selection: Selection, order: readonly string[], onSelection: (next: Selection) => void) {
  const latest = useRef({ selection, order, onSelection })
  useLayoutEffect(() => {
    latest.current = { selection, order, onSelection }
  })
  return useMemo(
    () => (id: string, isRange: boolean) => {
      const now = latest.current
      now.onSelection(isRange ? extended(now.selection, id, now.order) : toggled(now.selection, id))
    },
    [],
  )
}

/** The entry below that this one could be merged with. */
function nextOf(entries: readonly Entry[], entry: Entry): Entry | null {
  const next = entries[entries.indexOf(entry) + 1]
  return next?.time.kind === 'clock' && next.time.endedAtMs !== null && entry.time.kind === 'clock' ? next : null
}
