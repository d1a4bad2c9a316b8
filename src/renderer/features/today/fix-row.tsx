import { clsx } from 'clsx'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { GridCell } from './grid-cell.tsx'

export const fixClass =
  'h-6 shrink-0 rounded-sm px-1.5 text-sm whitespace-nowrap text-ink-muted group-hover/row:text-accent-text group-focus-within/row:text-accent-text hover:bg-pressed'

/** A line between entries: what stands out, and one-click answers to it. */
export function FixRow({
  tone,
  text,
  problem,
  children,
}: {
  tone: 'gap' | 'overlap'
  text: ReactNode
  problem: string | null
  children: ReactNode
}) {
  return (
    <GridCell
      className={clsx(
        'col-span-full flex min-h-8 flex-wrap items-center gap-x-1 border-b border-line bg-sunken pr-2 pl-11 text-sm @max-lg:pl-9',
        tone === 'gap' ? 'text-ink-faint' : 'text-warn',
      )}
    >
      {tone === 'overlap' && <TriangleAlert aria-hidden="true" size={14} className="mr-1 shrink-0" />}
      <span className="mr-2 min-w-0 truncate">{text}</span>
      <span className="ml-auto flex flex-wrap items-center">{children}</span>
      {problem !== null && (
        <span role="alert" className="basis-full pb-1 text-danger">
          {problem}
        </span>
      )}
    </GridCell>
  )
}
