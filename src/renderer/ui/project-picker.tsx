import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { ColourDot } from './colour-dot.tsx'
import { IconButton } from './icon-button.tsx'
import { OptionList } from './option-list.tsx'
import { Popover } from './popover.tsx'
import { activityOptions, NONE, projectOptions } from './project-options.tsx'
import { type OpenControl, useOpen } from './use-open.ts'

export interface ProjectChoice {
  readonly projectId: string | null
  readonly activityId: string | null
}

/** Makes a thing and answers with its id; null when it was refused (the maker has said why). */
export type Create<T extends unknown[]> = (...args: T) => Promise<string | null>

interface ProjectPickerProps {
  readonly catalogue: Catalogue
  readonly value: ProjectChoice
  readonly onChange: (choice: ProjectChoice) => void
  readonly onCreateProject: Create<[name: string]>
  readonly onCreateActivity: Create<[name: string, projectId: string]>
}

/** Project, then activity, in a panel under its trigger (one element). */
export function ProjectPicker({ trigger, ...rest }: ProjectPickerProps & OpenControl & { trigger: ReactNode }) {
  const [open, setOpen] = useOpen(rest)
  return (
    <Popover
      trigger={trigger}
      label="Project"
      open={open}
      onOpenChange={setOpen}
      className="w-80 max-w-[calc(100vw-16px)]"
    >
      <ProjectPanel {...rest} onDone={() => setOpen(false)} />
    </Popover>
  )
}

/**
 * The second step is passed over where a project has no activity to offer. Each step makes what was typed when nothing
 * has that name. A component of its own: a list of many rows has many closed pickers, which should cost nothing.
 */
function ProjectPanel({
  catalogue,
  value,
  onChange,
  onCreateProject,
  onCreateActivity,
  onDone,
}: ProjectPickerProps & { onDone: () => void }) {
  const [project, setProject] = useState<string | null>(null)

  function choose(projectId: string | null) {
    const activities = activityOptions(catalogue, projectId)
    const keepsActivity = activities.some(({ id }) => id === value.activityId)
    const activityId = keepsActivity ? value.activityId : null
    if (projectId !== value.projectId || activityId !== value.activityId) onChange({ projectId, activityId })
    if (projectId !== null && activities.length > 1) setProject(projectId)
    else onDone()
  }

  function finish(activityId: string | null) {
    if (activityId !== value.activityId || project !== value.projectId) onChange({ projectId: project, activityId })
    onDone()
  }

  const chosen = catalogue.projects.find(({ id }) => id === project)
  if (chosen === undefined) {
    return (
      <OptionList
        key="project"
        label="Projects"
        placeholder="Find or create a project"
        options={projectOptions(catalogue, value.projectId)}
        selected={new Set([value.projectId ?? NONE])}
        createLabel={(text) => `Create project “${text}”`}
        onPick={(id) => choose(id === NONE ? null : id)}
        onCreate={async (text) => {
          const id = await onCreateProject(text)
          if (id === null) return
          onChange({ projectId: id, activityId: null })
          onDone()
        }}
      />
    )
  }
  return (
    <OptionList
      key="activity"
      label="Activities"
      placeholder="Find or create an activity"
      header={
        <div className="flex items-center gap-2 px-1 pt-1">
          <IconButton label="Back to projects" size="sm" onClick={() => setProject(null)}>
            <ArrowLeft size={16} />
          </IconButton>
          <ColourDot colour={chosen.colour} />
          <span className="truncate font-medium">{chosen.name}</span>
        </div>
      }
      options={activityOptions(catalogue, chosen.id)}
      selected={new Set([value.activityId ?? NONE])}
      createLabel={(text) => `Create activity “${text}” in ${chosen.name}`}
      onPick={(id) => finish(id === NONE ? null : id)}
      onCreate={async (text) => {
        const id = await onCreateActivity(text, chosen.id)
        if (id !== null) finish(id)
      }}
      onBack={() => setProject(null)}
    />
  )
}
