import { Combine, Trash2, X } from 'lucide-react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useCatalogue } from '../../client/queries.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { ProjectPicker } from '../../ui/project-picker.tsx'
import { TagPicker } from '../../ui/tag-picker.tsx'
import type { EntryCommands } from '../today/use-entry-commands.ts'
import { useNameCommands } from './use-name-commands.ts'

/** What can be done with all chosen entries at once. */
export function BulkBar({
  entries,
  totalMs,
  commands,
  onDone,
}: {
  entries: readonly Entry[]
  totalMs: number
  commands: Pick<EntryCommands, 'bulkEdit' | 'merge' | 'remove'>
  onDone: () => void
}) {
  const catalogue = useCatalogue()
  const names = useNameCommands()
  const ids = entries.map(({ id }) => id)
  const first = entries[0]
  const sameProject = entries.every(
    ({ projectId, activityId }) => projectId === first?.projectId && activityId === first.activityId,
  )
  /** Shown as chosen: the tags that all of them have. */
  const commonTags = first?.tagIds.filter((tagId) => entries.every(({ tagIds }) => tagIds.includes(tagId))) ?? []

  return (
    <div
      role="toolbar"
      aria-label="Selected entries"
      className="flex min-h-12 flex-wrap items-center gap-1 bg-accent-soft px-3 py-1"
    >
      <IconButton label="Clear the selection" shortcut="escape" size="sm" onClick={onDone}>
        <X size={16} />
      </IconButton>
      <span className="tabular mr-auto px-1 text-sm font-medium">
        {entries.length} selected, {formatDurationProse(totalMs)}
      </span>
      <ProjectPicker
        catalogue={catalogue}
        value={
          sameProject && first
            ? { projectId: first.projectId, activityId: first.activityId }
            : { projectId: null, activityId: null }
        }
        onChange={(choice) => void commands.bulkEdit(ids, { ...choice })}
        onCreateProject={names.createProject}
        onCreateActivity={names.createActivity}
        trigger={
          <Button size="sm" variant="quiet">
            Project
          </Button>
        }
      />
      <TagPicker
        tags={catalogue.tags}
        value={commonTags}
        onCreate={names.createTag}
        onChange={(tagIds) => {
          const addTagIds = tagIds.filter((id) => !commonTags.includes(id))
          const removeTagIds = commonTags.filter((id) => !tagIds.includes(id))
          void commands.bulkEdit(ids, {
            ...(addTagIds.length > 0 ? { addTagIds } : {}),
            ...(removeTagIds.length > 0 ? { removeTagIds } : {}),
          })
        }}
        trigger={
          <Button size="sm" variant="quiet">
            Tags
          </Button>
        }
      />
      <Menu
        label="Billable"
        trigger={
          <Button size="sm" variant="quiet">
            Billable
          </Button>
        }
      >
        <MenuItem onSelect={() => void commands.bulkEdit(ids, { billable: true })}>Billable</MenuItem>
        <MenuItem onSelect={() => void commands.bulkEdit(ids, { billable: false })}>Not billable</MenuItem>
      </Menu>
      <Button
        size="sm"
        variant="quiet"
        disabled={entries.length < 2}
        onClick={() => {
          void commands.merge(ids)
          onDone()
        }}
      >
        <Combine aria-hidden="true" size={14} />
        Merge
      </Button>
      <Button
        size="sm"
        variant="quiet"
        className="text-danger"
        onClick={() => {
          void commands.remove(entries)
          onDone()
        }}
      >
        <Trash2 aria-hidden="true" size={14} />
        Delete
      </Button>
    </div>
  )
}
