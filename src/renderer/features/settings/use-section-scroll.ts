import { type DOMAttributes, type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { headingId, type SectionName, sectionInSight, sectionOf, sections } from './settings-sections.ts'

/** Room that is left above a heading. */
const TOP_PX = 4

export interface SectionScroll {
  /** The box that scrolls; its one child holds the sections. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** To be put on that box. */
  readonly listeners: DOMAttributes<HTMLDivElement>
  /** The section that is being read. */
  readonly current: SectionName
  /** Brings a section to the top and gives its heading the focus. */
  readonly show: (name: SectionName) => void
}

/** Scrolls to the section that the address names, and knows which one is in sight. */
export function useSectionScroll(): SectionScroll {
  const [path, navigate] = useLocation()
  const wanted = sectionOf(path)
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<SectionName>(wanted ?? 'profile')
  /** The section that was asked for: it stays in its place, whatever loads above it, until the person scrolls. */
  const pinned = useRef<SectionName | null>(null)

  function pin(name: SectionName) {
    pinned.current = name
    setCurrent(name)
    bringUp(scroller.current, name)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address scrolls
  useEffect(() => {
    if (wanted !== null) pin(wanted)
  }, [wanted])

  useEffect(() => {
    const content = scroller.current?.firstElementChild
    if (content === null || content === undefined) return
    const observer = new ResizeObserver(() => {
      if (pinned.current !== null) bringUp(scroller.current, pinned.current)
    })
    observer.observe(content)
    return () => observer.disconnect()
  }, [])

  const release = () => {
    pinned.current = null
  }
  return {
    scroller,
    current,
    listeners: {
      onWheel: release,
      onTouchMove: release,
      onPointerDown: release,
      onKeyDown: release,
      onScroll() {
        if (scroller.current !== null && pinned.current === null) setCurrent(inSight(scroller.current))
      },
    },
    show(name) {
      pin(name)
      document.getElementById(headingId(name))?.focus({ preventScroll: true })
      navigate(`/settings/${name}`, { replace: true })
    },
  }
}

/** Not by scrollIntoView: that would move whatever else can be moved too. */
function bringUp(box: HTMLElement | null, name: SectionName): void {
  const section = box?.querySelector(`[data-section=${name}]`)
  if (box === null || section === null || section === undefined) return
  box.scrollTop += section.getBoundingClientRect().top - box.getBoundingClientRect().top - TOP_PX
}

function inSight(box: HTMLElement): SectionName {
  const { top } = box.getBoundingClientRect()
  const tops = sections.map(
    ({ name }) => (box.querySelector(`[data-section=${name}]`)?.getBoundingClientRect().top ?? 0) - top,
  )
  return sectionInSight(tops, box.scrollTop + box.clientHeight >= box.scrollHeight - 2)
}
