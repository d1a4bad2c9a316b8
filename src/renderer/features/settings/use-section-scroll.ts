import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { headingId, type SectionName, sectionInSight, sectionOf, sections } from './settings-sections.ts'

/** Room that is left above a heading. */
const TOP_PX = 4

export interface SectionScroll {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
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
  /** Where the page was put: being there says nothing new about what is being read. */
  const putAt = useRef<number | null>(null)

  function scrollTo(name: SectionName) {
    const box = scroller.current
    const section = box?.querySelector(`[data-section=${name}]`)
    if (box === null || section === null || section === undefined) return
    // Not scrollIntoView: that would move whatever else can be moved too.
    box.scrollTop += section.getBoundingClientRect().top - box.getBoundingClientRect().top - TOP_PX
    putAt.current = box.scrollTop
    setCurrent(name)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address scrolls
  useEffect(() => {
    if (wanted !== null) scrollTo(wanted)
  }, [wanted])

  return {
    scroller,
    current,
    show(name) {
      scrollTo(name)
      document.getElementById(headingId(name))?.focus({ preventScroll: true })
      navigate(`/settings/${name}`, { replace: true })
    },
    onScroll() {
      const box = scroller.current
      if (box === null || (putAt.current !== null && Math.abs(box.scrollTop - putAt.current) < 2)) return
      putAt.current = null
      const top = box.getBoundingClientRect().top
      const tops = sections.map(
        ({ name }) => (box.querySelector(`[data-section=${name}]`)?.getBoundingClientRect().top ?? 0) - top,
      )
      setCurrent(sectionInSight(tops, box.scrollTop + box.clientHeight >= box.scrollHeight - 2))
    },
  }
}
