import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { OptionPicker } from '../../ui/option-picker.tsx'
import { NONE, projectOptions } from '../../ui/project-options.tsx'

/** The project of an activity or a work item, changed where it stands. */
export function ProjectChoice({
  catalogue,
  label,
  noneLabel,
  value,
  onChange,
}: {
  catalogue: Catalogue
  /** Read out: `Project of ABC-1`. */
  label: string
  /** What having no project means here: `Every project`. */
  noneLabel: string
  value: string | null
  onChange: (projectId: string | null) => void
}) {
  const project = catalogue.projects.find(({ id }) => id === value)
  const options = projectOptions(catalogue, value).map((option) =>
    option.id === NONE ? { ...option, label: noneLabel } : option,
  )
  return (
    <OptionPicker
      label={label}
      placeholder="Find a project"
      options={options}
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${project?.name ?? noneLabel}. Change`}
          className="flex h-7 max-w-full min-w-0 items-center gap-2 rounded-md px-2 text-sm text-ink-muted hover:bg-pressed"
        >
          {project !== undefined && <ColourDot colour={project.colour} />}
          <span className="truncate">{project?.name ?? noneLabel}</span>
        </button>
      }
    />
  )
}
