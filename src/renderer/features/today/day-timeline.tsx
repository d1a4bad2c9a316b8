import { ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import type { DayView } from '../../../shared/contract/entries.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useProvideActions, useShortcuts } from '../../app/actions.ts'
import { useNowMinuteMs } from '../../client/use-now.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useDayContext } from './day-context.ts'
import { firstSightPx } from './first-sight.ts'
import { TimelineBlock } from './timeline-block.tsx'
import { timelineBlocks } from './timeline-blocks.ts'
import { TimelineHours } from './timeline-hours.tsx'
import { DEFAULT_ZOOM, pxOf, ZOOMS, zoomed } from './timeline-scale.ts'

const GUTTER_PX = 56
/** Drawn beyond what is in sight, above and below. */
const MARGIN_PX = 200
const USUAL_DAY_MS = 24 * 3_600_000

/** Kept while the window is open, over changes of day and page. */
const useZoom = create<{ pxPerHour: number }>(() => ({ pxPerHour: DEFAULT_ZOOM }))

/**
 * One day as it was: an hour is as high as every other, and a day of 23 or 25 hours is that much shorter or longer.
 * Arrows move between blocks, Enter goes to the row in the list.
 */
export function DayTimeline({
  view,
  activeId,
  onChoose,
}: {
  view: DayView
  /** The entry whose row has the focus. */
  activeId: string | null
  onChoose: (entryId: string) => void
}) {
  const { zone } = useDayContext()
  const { pxPerHour } = useZoom()
  const shortcuts = useShortcuts()
  const nowMs = useNowMinuteMs()
  const scroller = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ topPx: 0, bottomPx: 2000 })
  const [tabStop, setTabStop] = useState<string | null>(null)
  const { startMs, endMs } = view
  const blocks = useMemo(
    () => timelineBlocks(view.entries, { startMs, endMs }, nowMs, pxPerHour),
    [view.entries, startMs, endMs, nowMs, pxPerHour],
  )
  const shown = blocks.filter(
    ({ topPx, heightPx }) => topPx + heightPx > sight.topPx - MARGIN_PX && topPx < sight.bottomPx + MARGIN_PX,
  )
  const inTabOrder = blocks.some(({ entry }) => entry.id === tabStop) ? tabStop : (blocks[0]?.entry.id ?? null)

  function look() {
    const element = scroller.current
    if (element) setSight({ topPx: element.scrollTop, bottomPx: element.scrollTop + element.clientHeight })
  }

  /** Changes the zoom around the middle of what is in sight. */
  function zoom(direction: 1 | -1) {
    const element = scroller.current
    const next = zoomed(pxPerHour, direction)
    const middleHours = element ? (element.scrollTop + element.clientHeight / 2) / pxPerHour : 0
    useZoom.setState({ pxPerHour: next })
    requestAnimationFrame(() => {
      if (element) element.scrollTop = middleHours * next - element.clientHeight / 2
      look()
    })
  }
  useProvideActions({ 'today.zoomIn': () => zoom(1), 'today.zoomOut': () => zoom(-1) })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the day's entries must not move what is looked at
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const now = nowMs >= startMs && nowMs < endMs ? pxOf(nowMs - startMs, pxPerHour) : null
    element.scrollTop = firstSightPx(
      blocks.map(({ topPx }) => topPx),
      now,
      element.clientHeight,
      pxPerHour,
    )
    look()
  }, [view.day])

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (step === undefined || blocks.length === 0) return
    event.preventDefault()
    const index = blocks.findIndex(({ entry }) => entry.id === inTabOrder)
    const next = blocks[Math.min(blocks.length - 1, Math.max(0, index + step))]
    if (next === undefined) return
    setTabStop(next.entry.id)
    const element = scroller.current
    if (element && (next.topPx < element.scrollTop || next.topPx > element.scrollTop + element.clientHeight - 40)) {
      element.scrollTop = next.topPx - element.clientHeight / 3
    }
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-block="${CSS.escape(next.entry.id)}"]`)
        ?.focus({ preventScroll: true }),
    )
  }

  const lengthMs = endMs - startMs
  return (
    <section aria-label="Timeline" className="flex min-h-0 grow flex-col">
      <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4 text-sm text-ink-faint">
        <span className="grow truncate">
          {lengthMs === USUAL_DAY_MS ? 'Timeline' : `A day of ${formatDurationProse(lengthMs)}: the clocks change`}
        </span>
        <IconButton
          size="sm"
          label="Shrink the timeline"
          shortcut={shortcuts.get('today.zoomOut')}
          disabled={pxPerHour === ZOOMS[0]}
          onClick={() => zoom(-1)}
        >
          <ZoomOut size={16} />
        </IconButton>
        <IconButton
          size="sm"
          label="Enlarge the timeline"
          shortcut={shortcuts.get('today.zoomIn')}
          disabled={pxPerHour === ZOOMS.at(-1)}
          onClick={() => zoom(1)}
        >
          <ZoomIn size={16} />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys bubble up from the blocks */}
      <div
        ref={scroller}
        // Without blocks nothing in it takes the focus, and it must still be possible to scroll by keyboard.
        tabIndex={blocks.length === 0 ? 0 : -1}
        className="relative min-h-0 grow overflow-y-auto overscroll-contain"
        onScroll={look}
        onKeyDown={onKeyDown}
      >
        <div className="relative" style={{ height: pxOf(lengthMs, pxPerHour) + 16 }}>
          <TimelineHours startMs={startMs} endMs={endMs} zone={zone} pxPerHour={pxPerHour} nowMs={nowMs} />
          <div className="absolute top-2 right-3 bottom-2" style={{ left: GUTTER_PX }}>
            {shown.map((block) => (
              <TimelineBlock
                key={block.entry.id}
                block={block}
                isActive={block.entry.id === activeId}
                tabIndex={block.entry.id === inTabOrder ? 0 : -1}
                onChoose={onChoose}
              />
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}
