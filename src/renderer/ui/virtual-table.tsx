import { useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useRowFocus } from './use-row-focus.ts'

const HEADER_PX = 32
const OVERSCAN = 8

/**
 * A table of any length: only the rows in sight are in the page. Arrow keys, Home, End and the page keys move between
 * rows (to the element marked `data-row-focus`, else `data-edit`); Tab goes through one row's controls and then out of
 * the table. A row that goes away hands its focus to the one that takes its place.
 */
export function VirtualTable<T>({
  label,
  columns,
  header,
  rows,
  keyOf,
  rowClass,
  isStop,
  onRowKey,
  onMove,
  onEnd,
  isScrollStop = false,
  focusKey,
  revealKey,
  className,
  children,
}: {
  label: string
  /** The class that lays out header and rows alike: `grid-cols-[…]`. */
  columns: string
  /** Cells with role columnheader; null: no header is shown. */
  header: ReactNode
  rows: readonly T[]
  keyOf: (row: T) => string
  rowClass?: (row: T, index: number) => string
  /** False for rows that arrow keys pass over: headings between the others. */
  isStop?: (row: T) => boolean
  /** Keys pressed on a row, outside of its text fields. */
  onRowKey?: (event: KeyboardEvent, row: T, index: number) => void
  /** The focus was moved to a row by an arrow key or the like; with Shift held, a list can extend its selection. */
  onMove?: (row: T, from: T | undefined, isShift: boolean) => void
  /** Called when the last rows come into sight. */
  onEnd?: (() => void) | undefined
  /** True where rows hold nothing to focus: the table itself then takes the focus, to be scrolled. */
  isScrollStop?: boolean
  /** The row with this key is brought into sight when it first appears, and gets the focus. */
  focusKey?: string | null
  /** As `focusKey`, without the focus: a thing that was just made. */
  revealKey?: string | null
  className?: string
  /** The cells of a row. */
  children: (row: T, index: number) => ReactNode
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const headerPx = header === null ? 0 : HEADER_PX
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeightPx,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    overscan: OVERSCAN,
    scrollMargin: headerPx,
    scrollPaddingStart: headerPx,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1

  useEffect(() => {
    if (last >= rows.length - OVERSCAN && rows.length > 0) onEnd?.()
  }, [last, rows.length, onEnd])

  const focus = useRowFocus({
    scroller,
    count: rows.length,
    indexOfKey: (key) => rows.findIndex((row) => keyOf(row) === key),
    isStop: (index) => {
      const row = rows[index]
      return row !== undefined && (isStop?.(row) ?? true)
    },
    scrollTo: (index) => virtual.scrollToIndex(index),
    onMove: (to, from, isShift) => {
      const row = rows[to]
      if (row !== undefined) onMove?.(row, rows[from], isShift)
    },
    focusKey: focusKey ?? null,
    revealKey: revealKey ?? null,
  })

  return (
    // Keys and focus of the cells pass through here; the table itself is inside, with nothing but rows in it.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its cells did not use
    <div
      ref={scroller}
      tabIndex={isScrollStop ? 0 : undefined}
      className={clsx('min-h-0 grow overflow-y-auto overscroll-contain', className)}
      onKeyDown={(event) => {
        focus.onKeyDown(event)
        const index = focus.indexOf(event.target)
        const row = rows[index]
        if (row !== undefined && !event.defaultPrevented && !isField(event.target)) onRowKey?.(event, row, index)
      }}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
    >
      <span ref={focus.before} tabIndex={-1} />
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed freely, which a table element cannot do */}
      <div role="table" aria-label={label} aria-rowcount={rows.length + (header === null ? 0 : 1)}>
        {header !== null && (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: a row of headings is not to be focused
          <div
            role="row"
            aria-rowindex={1}
            className={clsx(
              'sticky top-0 z-10 grid h-8 items-center border-b border-line bg-canvas text-sm text-ink-faint',
              columns,
            )}
          >
            {header}
          </div>
        )}
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              // biome-ignore lint/a11y/useFocusableInteractive: its controls are focused, not the row
              <div
                key={item.key}
                ref={virtual.measureElement}
                role="row"
                data-index={item.index}
                aria-rowindex={item.index + (header === null ? 1 : 2)}
                className={clsx('absolute inset-x-0 top-0 grid items-center', columns, rowClass?.(row, item.index))}
                style={{ transform: `translateY(${item.start - headerPx}px)` }}
              >
                {children(row, item.index)}
              </div>
            )
          })}
        </div>
      </div>
      <span ref={focus.after} tabIndex={-1} />
    </div>
  )
}

/** As the density has it now; rows are measured once they are in the page. */
function rowHeightPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-height')) || 44
}

function isField(target: EventTarget): boolean {
  return (
    (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}
