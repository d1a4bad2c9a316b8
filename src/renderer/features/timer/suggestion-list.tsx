import { clsx } from 'clsx'
import { useMemo } from 'react'
import type { Suggestion } from '../../../shared/contract/entries.ts'
import { useCatalogue } from '../../client/queries.ts'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { nameLookup, projectLabel } from '../entries/entry-names.ts'

/** What was worked on before. The focus stays in the field above; `active` is the one that Enter takes. */
export function SuggestionList({
  id,
  suggestions,
  active,
  onTake,
}: {
  id: string
  suggestions: readonly Suggestion[]
  active: number
  onTake: (suggestion: Suggestion) => void
}) {
  const catalogue = useCatalogue()
  const namesOf = useMemo(() => nameLookup(catalogue), [catalogue])
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Worked on before"
      hidden={suggestions.length === 0}
      className="absolute top-full left-0 z-40 mt-1 max-h-80 w-full min-w-72 overflow-y-auto rounded-lg bg-raised p-1 shadow-popover"
    >
      {suggestions.map((suggestion, index) => {
        const names = namesOf(suggestion)
        const label = projectLabel(names)
        return (
          // The field keeps the focus and hears the keys; this only takes the mouse.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={`${suggestion.note}|${suggestion.projectId}|${suggestion.activityId}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
            className={clsx(
              'flex h-8 items-center gap-2 rounded-md px-2 select-none hover:bg-hover',
              index === active && 'bg-hover',
            )}
          >
            <span className="min-w-0 truncate">{suggestion.note === '' ? 'No note' : suggestion.note}</span>
            {label !== '' && (
              <span className="ml-auto flex max-w-1/2 shrink-0 items-center gap-2 truncate text-sm text-ink-muted">
                <ColourDot colour={names.project?.colour} />
                <span className="truncate">{label}</span>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}
