import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { ColourDot } from './colour-dot.tsx'
import { IconButton } from './icon-button.tsx'
import { OptionList } from './option-list.tsx'
import { Popover } from './popover.tsx'
import { activityOptions, NONE, projectOptions } from './project-options.tsx'

export interface ProjectChoice {
  readonly projectId: string | null
  readonly activityId: string | null
}

/** Makes a thing and answers with its id; null when it was refused (the maker has said why). */
export type Create<T extends unknown[]> = (...args: T) => Promise<string | null>

/**
 * Project, then activity: the second step is passed over where the project has none to offer. Each step makes what was
 * typed when nothing has that name.
 */
export function ProjectPicker({
  trigger,
  catalogue,
  value,
  onChange,
  onCreateProject,
  onCreateActivity,
  open: openFromOutside,
  onOpenChange,
}: {
  trigger: ReactNode
  catalogue: Catalogue
  value: ProjectChoice
  onChange: (choice: ProjectChoice) => void
  onCreateProject: Create<[name: string]>
  onCreateActivity: Create<[name: string, projectId: string]>
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  const [ownOpen, setOwnOpen] = useState(false)
  const [project, setProject] = useState<string | null>(null)
  const open = openFromOutside ?? ownOpen
  const setOpen = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
    if (!next) setProject(null)
  }

  function choose(projectId: string | null) {
    const keepsActivity = activityOptions(catalogue, projectId).some(({ id }) => id === value.activityId)
    const activityId = keepsActivity ? value.activityId : null
    if (projectId !== value.projectId) onChange({ projectId, activityId })
    if (projectId !== null && activityOptions(catalogue, projectId).length > 1) setProject(projectId)
    else setOpen(false)
  }

  function finish(activityId: string | null) {
    onChange({ projectId: project, activityId })
    setOpen(false)
  }

  const chosen = catalogue.projects.find(({ id }) => id === project)
  return (
    <Popover trigger={trigger} label="Project" open={open} onOpenChange={setOpen} className="w-80">
      {chosen === undefined ? (
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
            setOpen(false)
          }}
        />
      ) : (
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
      )}
    </Popover>
  )
}
