import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const PAGE_ROWS = 10
const TABBABLE = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea, [tabindex="0"]'

interface RowFocusInput {
  readonly scroller: RefObject<HTMLElement | null>
  readonly count: number
  /** Whether arrow keys may stop at a row. */
  readonly isStop: (index: number) => boolean
  readonly indexOfKey: (key: string) => number
  readonly scrollTo: (index: number) => void
  readonly onMove: (to: number, from: number, isShift: boolean) => void
  readonly focusKey: string | null
  readonly revealKey: string | null
}

/** Moving the focus through rows of which only some are in the page, and keeping it when a row goes away. */
export function useRowFocus({
  scroller,
  count,
  isStop,
  indexOfKey,
  scrollTo,
  onMove,
  focusKey,
  revealKey,
}: RowFocusInput) {
  const before = useRef<HTMLSpanElement>(null)
  const after = useRef<HTMLSpanElement>(null)
  /** The row that has, or had when it went away, the focus. */
  const focused = useRef<number | null>(null)
  const shownKey = useRef<string | null>(null)

  function focusRow(index: number, tries = 5): void {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    const target = row && (row.querySelector<HTMLElement>('[data-row-focus], [data-edit]') ?? firstTabbable(row))
    if (target) target.focus()
    // Not in the page yet: the list draws it in the next frames.
    else if (tries > 0) requestAnimationFrame(() => focusRow(index, tries - 1))
  }

  function moveTo(index: number): void {
    if (count === 0) return
    const next = Math.min(count - 1, Math.max(0, index))
    scrollTo(next)
    focusRow(next)
  }

  // After each drawing: it is here that a row which held the focus is seen to be gone.
  useEffect(() => {
    if (focused.current === null || count === 0 || document.activeElement !== document.body) return
    const to = nearestStop(Math.min(count - 1, focused.current), 1)
    if (to !== null) moveTo(to)
  })

  useEffect(() => {
    if (focusKey === null || shownKey.current === focusKey) return
    const index = indexOfKey(focusKey)
    if (index === -1) return
    shownKey.current = focusKey
    moveTo(index)
  })

  useEffect(() => {
    if (revealKey === null || shownKey.current === revealKey) return
    const index = indexOfKey(revealKey)
    if (index === -1) return
    shownKey.current = revealKey
    scrollTo(index)
  })

  function indexOf(target: EventTarget | null): number {
    const row = target instanceof Element ? target.closest('[data-index]') : null
    return row !== null && scroller.current?.contains(row) === true ? Number(row.getAttribute('data-index')) : -1
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = indexOf(event.target)
    if (index === -1 || event.defaultPrevented) return
    if (event.key === 'Tab') leaveByTab(event)
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const wanted = nextIndex(event.key, index, count)
    if (wanted === null) return
    event.preventDefault()
    const to = nearestStop(Math.min(count - 1, Math.max(0, wanted)), wanted > index || event.key === 'Home' ? 1 : -1)
    if (to === null) return
    moveTo(to)
    onMove(to, index, event.shiftKey)
  }

  /** From `index` on in one direction, else in the other. */
  function nearestStop(index: number, step: 1 | -1): number | null {
    for (let at = index; at >= 0 && at < count; at += step) if (isStop(at)) return at
    for (let at = index; at >= 0 && at < count; at -= step) if (isStop(at)) return at
    return null
  }

  /** At the end of a row the browser goes on from behind the table, and from before it at the beginning. */
  function leaveByTab(event: KeyboardEvent): void {
    const row = (event.target as Element).closest('[data-index]')
    const stops = row === null ? [] : [...row.querySelectorAll<HTMLElement>(TABBABLE)].filter(isShown)
    if (event.target !== stops.at(event.shiftKey ? 0 : -1)) return
    ;(event.shiftKey ? before : after).current?.focus({ preventScroll: true })
  }

  function onFocus(event: FocusEvent): void {
    const index = indexOf(event.target)
    if (index !== -1) focused.current = index
  }

  function onBlur(event: FocusEvent): void {
    const { target, relatedTarget } = event
    // A row that is taken out blurs too, in some browsers; then the focus is still to be handed on.
    queueMicrotask(() => {
      if (target.isConnected && !(relatedTarget instanceof Node && scroller.current?.contains(relatedTarget))) {
        focused.current = relatedTarget === null && !document.hasFocus() ? focused.current : null
      }
    })
  }

  return { before, after, indexOf, onKeyDown, onFocus, onBlur }
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'PageDown':
      return index + PAGE_ROWS
    case 'PageUp':
      return index - PAGE_ROWS
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function isTyping(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function firstTabbable(row: HTMLElement): HTMLElement | null {
  return row.querySelector<HTMLElement>(TABBABLE)
}

function isShown(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && element.offsetParent !== null
}
