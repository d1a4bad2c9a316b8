import { clsx } from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { setPageTitle } from './document-title.tsx'
import { isTypingTarget } from './shortcuts.ts'

let isFirstPage = true

/**
 * A page's heading and body. After a change of page the focus goes to the heading, so that the keyboard and a screen
 * reader are where the eye is; not at the first load, where the browser decides.
 */
export function Page({
  title,
  heading,
  actions,
  className,
  children,
}: {
  /** In the tab's title, and as heading unless `heading` says otherwise. */
  title: string
  heading?: ReactNode
  /** At the right end of the heading's line. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  const [path] = useLocation()
  const page = path.split('/')[1] ?? ''
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => setPageTitle(title), [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what moves the focus
  useEffect(() => {
    // Whoever has begun to type (a late redirect at the start) keeps the field.
    if (!isFirstPage && !isTypingTarget(document.activeElement)) ref.current?.focus()
    isFirstPage = false
  }, [page])
  return (
    <div className={clsx('flex min-h-0 grow flex-col', className)}>
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2 max-sm:px-3">
        <h1 ref={ref} tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none">
          {heading ?? title}
        </h1>
        {actions}
      </header>
      {children}
    </div>
  )
}
