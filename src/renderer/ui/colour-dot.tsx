import { clsx } from 'clsx'
import type { CSSProperties } from 'react'

/** Sets a project's colour for the utilities `project-colour` and `var(--project-shown)`; null is the grey of no project. */
export function projectColour(colour: string | null | undefined): CSSProperties {
  return { '--project': colour ?? '#8a93a3' } as CSSProperties
}

/** The colour of a project or tag, always beside its name: colour alone says nothing. */
export function ColourDot({ colour, className }: { colour: string | null | undefined; className?: string }) {
  return (
    <span
      aria-hidden="true"
      style={projectColour(colour)}
      className={clsx('project-colour inline-block size-2 shrink-0 rounded-full bg-(--project-shown)', className)}
    />
  )
}
