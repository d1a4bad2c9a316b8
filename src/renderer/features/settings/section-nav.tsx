import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { type SectionName, sections } from './settings-sections.ts'

/** The parts of the page: a column beside it where there is room, else a line above it that shows the one in sight. */
export function SectionNav({ current, onShow }: { current: SectionName; onShow: (name: SectionName) => void }) {
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is what moves the line
  useEffect(() => {
    const link = nav.current?.querySelector('[aria-current]')?.getBoundingClientRect()
    const box = nav.current?.getBoundingClientRect()
    if (nav.current === null || link === undefined || box === undefined) return
    if (link.left < box.left || link.right > box.right) {
      nav.current.scrollLeft += link.left + link.width / 2 - (box.left + box.width / 2)
    }
  }, [current])
  return (
    <nav
      ref={nav}
      aria-label="Sections"
      className="shrink-0 overflow-x-auto px-5 pb-2 max-lg:border-b max-lg:border-line max-sm:px-3 lg:w-44 lg:pt-1 lg:pr-0"
    >
      <ul className="flex gap-0.5 lg:flex-col">
        {sections.map(({ name, title }) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              replace
              aria-current={name === current ? 'location' : undefined}
              onClick={(event) => {
                // With a key held it opens elsewhere, as every link does.
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                onShow(name)
              }}
              className={clsx(
                'flex h-8 items-center rounded-md px-2.5 whitespace-nowrap transition-colors hover:bg-hover hover:text-ink',
                name === current ? 'bg-pressed font-medium text-ink' : 'text-ink-muted',
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
