import type { ReactNode } from 'react'
import { headingId, type SectionName, sections } from './settings-sections.ts'

/** One part of the page, found by its heading. */
export function SettingsSection({
  name,
  intro,
  actions,
  children,
}: {
  name: SectionName
  intro?: ReactNode
  /** At the right end of the heading's line. */
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section data-section={name} aria-labelledby={headingId(name)} className="pb-10">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line-strong pb-1">
        <h2 id={headingId(name)} tabIndex={-1} className="text-lg font-semibold outline-none">
          {sections.find((section) => section.name === name)?.title}
        </h2>
        {actions}
      </div>
      {intro !== undefined && <p className="pt-2 text-sm text-pretty text-ink-muted">{intro}</p>}
      {children}
    </section>
  )
}
