import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { useAbsenceFocus } from './absence-focus.ts'

/**
 * Takes the focus into `region` only when somebody asks for it (a clicked notification), and gives it back to where it
 * was when the region goes away with the focus in it.
 */
export function useKeptFocus(region: RefObject<HTMLElement | null>): void {
  const { isWanted } = useAbsenceFocus()
  useEffect(() => {
    if (!isWanted) return
    useAbsenceFocus.setState({ isWanted: false })
    region.current?.focus()
  }, [isWanted, region])

  useLayoutEffect(() => {
    const box = region.current
    if (box === null) return
    let before: Element | null = null
    const onFocusIn = ({ relatedTarget }: FocusEvent) => {
      const isFromInside = relatedTarget instanceof Node && box.contains(relatedTarget)
      if (!isFromInside) before = relatedTarget instanceof Element ? relatedTarget : null
    }
    box.addEventListener('focusin', onFocusIn)
    return () => {
      box.removeEventListener('focusin', onFocusIn)
      if (!box.contains(document.activeElement)) return
      const place = before
      // Once the region is gone.
      requestAnimationFrame(() => {
        const isThere = place instanceof HTMLElement && place.isConnected && place !== document.body
        const next = isThere ? place : document.getElementById('page')
        if (document.activeElement === document.body) next?.focus({ preventScroll: true })
      })
    }
  }, [region])
}
