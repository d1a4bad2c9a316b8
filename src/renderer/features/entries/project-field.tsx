import { clsx } from 'clsx'
import { useCatalogue } from '../../client/queries.ts'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { type ProjectChoice, ProjectPicker } from '../../ui/project-picker.tsx'
import { nameLookup, projectLabel } from './entry-names.ts'
import { type EntryFieldProps, fieldButtonClass } from './field-look.ts'
import { useNameCommands } from './use-name-commands.ts'

/** An entry's project and activity, as a button that opens the picker. */
export function ProjectField({ value, look, tabIndex, ...rest }: EntryFieldProps<ProjectChoice>) {
  const catalogue = useCatalogue()
  const { createProject, createActivity } = useNameCommands()
  const names = nameLookup(catalogue)({ ...value, workItemId: null, tagIds: [] })
  const label = projectLabel(names)
  return (
    <ProjectPicker
      catalogue={catalogue}
      value={value}
      onCreateProject={createProject}
      onCreateActivity={createActivity}
      {...rest}
      trigger={
        <button
          type="button"
          tabIndex={tabIndex}
          data-edit="project"
          aria-label={label === '' ? 'Project: none' : `Project: ${label}`}
          title={names.client === undefined ? undefined : `${names.client.name} / ${label}`}
          className={clsx(fieldButtonClass(look, label === ''), look === 'bar' && 'max-w-48 max-md:max-w-32')}
        >
          <ColourDot colour={names.project?.colour} />
          <span className="truncate">{label === '' ? 'Project' : label}</span>
        </button>
      }
    />
  )
}
