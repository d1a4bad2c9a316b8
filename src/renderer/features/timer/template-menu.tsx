import { LayoutTemplate, Trash2 } from 'lucide-react'
import type { Template } from '../../../shared/contract/entities.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useShortcut } from '../../app/actions.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { useCatalogue } from '../../client/queries.ts'
import { useCommand } from '../../client/use-command.ts'
import { ColourDot } from '../../ui/colour-dot.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useTimer } from './use-timer.ts'

/**
 * Saved beginnings: one click starts the timer with all of its details. A template that has a length adds a finished
 * entry of that length, ending now.
 */
export function TemplateMenu({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { templates, projects } = useCatalogue()
  const timer = useTimer()
  const run = useCommand()
  const shortcut = useShortcut('timer.templates')
  const sorted = [...templates].sort((a, b) => a.name.localeCompare(b.name))

  function use(template: Template) {
    onOpenChange(false)
    const { note, projectId, activityId, workItemId, tagIds, billable, durationMs } = template
    const details = { note, projectId, activityId, workItemId, tagIds, billable }
    if (durationMs === null) return void timer.start(details)
    const endedAtMs = hostNowMs()
    const time = { kind: 'clock' as const, startedAtMs: endedAtMs - durationMs, endedAtMs }
    void run((client, commandKey) => client.entries.add({ commandKey, ...details, time }), {
      done: `Added ${template.name}, ${formatDurationProse(durationMs)}`,
      toastRefusal: true,
    })
  }

  return (
    <Popover
      label="Templates"
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      className="w-80 p-1"
      trigger={
        <IconButton label="Templates" shortcut={shortcut}>
          <LayoutTemplate size={18} strokeWidth={1.75} />
        </IconButton>
      }
    >
      {sorted.length === 0 && (
        <p className="p-3 text-sm text-ink-muted">
          No templates yet. Open an entry’s menu and choose “Save as a template” to start the same work with one click.
        </p>
      )}
      <ul>
        {sorted.map((template) => (
          <li key={template.id} className="flex items-center gap-1">
            <button
              type="button"
              onClick={() => use(template)}
              className="flex h-9 min-w-0 grow items-center gap-2 rounded-md px-2 text-left hover:bg-hover"
            >
              <ColourDot colour={projects.find(({ id }) => id === template.projectId)?.colour} />
              <span className="truncate">{template.name}</span>
              {template.durationMs !== null && (
                <span className="ml-auto shrink-0 text-sm text-ink-faint">
                  {formatDurationProse(template.durationMs)}
                </span>
              )}
            </button>
            <IconButton
              label={`Delete the template ${template.name}`}
              size="sm"
              onClick={() =>
                void run((client, commandKey) => client.templates.remove({ commandKey, id: template.id }), {
                  done: `Deleted the template ${template.name}`,
                  toastRefusal: true,
                })
              }
            >
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
