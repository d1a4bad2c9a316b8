import { Play, RotateCcw, Square } from 'lucide-react'
import type { RefObject } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useShortcuts } from '../../app/actions.ts'
import { useCatalogue } from '../../client/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { activityOptions, NONE, projectOptions } from '../../ui/project-options.tsx'
import type { ProjectChoice } from '../../ui/project-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { Elapsed } from '../timer/elapsed.tsx'
import type { Details } from '../timer/timer-draft.ts'

/** How long, for what, and the buttons. The project is the system's own list: it may be larger than the window. */
export function MiniControls({
  projectRef,
  running,
  details,
  onProject,
  onToggle,
  onContinue,
}: {
  projectRef: RefObject<HTMLSelectElement | null>
  running: Entry | null
  details: Details
  onProject: (choice: ProjectChoice) => void
  onToggle: () => void
  onContinue: () => void
}) {
  const catalogue = useCatalogue()
  const shortcuts = useShortcuts()
  const groups = Map.groupBy(projectOptions(catalogue, details.projectId), ({ group = '' }) => group)
  const colour = catalogue.projects.find(({ id }) => id === details.projectId)?.colour

  function choose(value: string) {
    const projectId = value === NONE ? null : value
    const keepsActivity = activityOptions(catalogue, projectId).some(({ id }) => id === details.activityId)
    onProject({ projectId, activityId: keepsActivity ? details.activityId : null })
  }

  return (
    <div className="flex shrink-0 items-center gap-2">
      <span className="tabular min-w-19 pl-2 text-lg font-medium">
        {running?.time.kind === 'clock' ? (
          <Elapsed startedAtMs={running.time.startedAtMs} />
        ) : (
          <span className="text-ink-faint">0:00:00</span>
        )}
      </span>
      <span className="flex min-w-0 grow items-center gap-1.5">
        <ColourDot colour={colour} />
        <Select
          ref={projectRef}
          aria-label="Project"
          value={details.projectId ?? NONE}
          onChange={({ target }) => choose(target.value)}
        >
          {[...groups].map(([group, options]) =>
            group === '' ? (
              options.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))
            ) : (
              <optgroup key={group} label={group}>
                {options.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </Select>
      </span>
      {running === null ? (
        <>
          <IconButton
            label="Continue the last entry"
            shortcut={shortcuts.get('timer.continue')}
            side="left"
            onClick={onContinue}
          >
            <RotateCcw size={16} />
          </IconButton>
          <Button variant="primary" className="w-19" onClick={onToggle}>
            <Play aria-hidden="true" size={16} fill="currentColor" strokeWidth={0} />
            Start
          </Button>
        </>
      ) : (
        <Button className="w-19 border-running text-running" onClick={onToggle}>
          <Square aria-hidden="true" size={14} fill="currentColor" strokeWidth={0} />
          Stop
        </Button>
      )}
    </div>
  )
}
