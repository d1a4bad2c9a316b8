import { DollarSign } from 'lucide-react'
import { useMemo } from 'react'
import type { Template } from '../../../shared/contract/entities.ts'
import { formatDurationTable } from '../../../shared/format/format-duration.ts'
import { parseDuration } from '../../../shared/time-input/parse-duration.ts'
import { Cell } from '../../ui/cell.tsx'
import { ColumnHead } from '../../ui/column-head.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { SaveAnswer } from '../../ui/inline-edit.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { ProjectField } from '../entries/project-field.tsx'
import { TagsField } from '../entries/tags-field.tsx'
import { NameEdit } from './name-edit.tsx'
import { byName } from './project-rows.ts'
import { rowClass } from './row-class.ts'
import { RowProblem } from './row-problem.tsx'
import { ThingMenu } from './thing-menu.tsx'
import { useThings } from './use-things.ts'
import { wordFilter } from './word-filter.ts'

const columns =
  'grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,1fr)_2rem_7rem_3rem] max-sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_3rem]'

/** Saved beginnings of entries. With a length a template adds a finished entry, without one it starts the timer. */
export function TemplateList({
  templates,
  filter,
  revealKey,
}: {
  templates: readonly Template[]
  filter: string
  revealKey: string | null
}) {
  const things = useThings('templates')
  const rows = useMemo(() => {
    const holds = wordFilter(filter)
    return templates.filter((template) => holds(`${template.name} ${template.note}`)).sort(byName)
  }, [templates, filter])
  const change = (template: Template, fields: Partial<Omit<Template, 'id'>>) =>
    things.change<'templates'>(template, fields)

  function saveLength(template: Template, text: string): SaveAnswer {
    if (text.trim() === '') return change(template, { durationMs: null })
    const parsed = parseDuration(text)
    return parsed.ok ? change(template, { durationMs: parsed.value.durationMs }) : parsed.error.message
  }

  return (
    <VirtualTable
      label="Templates"
      columns={columns}
      rows={rows}
      keyOf={(template) => template.id}
      revealKey={revealKey}
      rowClass={() => `group/row ${rowClass}`}
      onRowKey={(event, template) => {
        if (event.key !== 'Delete') return
        event.preventDefault()
        void things.remove(template)
      }}
      header={
        <>
          <ColumnHead className="pl-5">Name</ColumnHead>
          <ColumnHead className="px-1">Note</ColumnHead>
          <ColumnHead className="px-1 max-sm:hidden">Project and tags</ColumnHead>
          <ColumnHead className="max-sm:hidden">
            <span className="sr-only">Billable</span>
          </ColumnHead>
          <ColumnHead className="px-2 text-right max-sm:hidden">Length</ColumnHead>
          <ColumnHead className="sr-only">More</ColumnHead>
        </>
      }
    >
      {(template) => (
        <>
          <Cell className="flex min-w-0 pl-4">
            <NameEdit
              name="name"
              label="Template"
              value={template.name}
              onSave={(name) => things.rename(template, name)}
            />
          </Cell>
          <Cell className="flex min-w-0">
            <NameEdit
              label="Note"
              value={template.note}
              placeholder="No note"
              onSave={(note) => change(template, { note })}
              className="text-ink-muted"
            />
          </Cell>
          <Cell className="flex min-w-0 items-center gap-1 max-sm:hidden">
            <ProjectField value={template} look="row" onChange={(choice) => void change(template, choice)} />
            <TagsField value={template.tagIds} look="row" onChange={(tagIds) => void change(template, { tagIds })} />
          </Cell>
          <Cell className="flex justify-center max-sm:hidden">
            <IconButton
              label="Billable"
              pressed={template.billable}
              size="sm"
              onClick={() => void change(template, { billable: !template.billable })}
            >
              <DollarSign size={16} />
            </IconButton>
          </Cell>
          <Cell className="flex min-w-0 justify-end px-1 max-sm:hidden">
            <NameEdit
              label="Length"
              value={template.durationMs === null ? '' : formatDurationTable(template.durationMs)}
              placeholder="starts timer"
              onSave={(text) => saveLength(template, text)}
              className="tabular text-right"
            />
          </Cell>
          <Cell className="flex justify-end pr-2">
            <ThingMenu name={template.name} onRemove={() => void things.remove(template)} />
          </Cell>
          <RowProblem refusal={things.problems.get(template.id)} onDismiss={() => things.dismiss(template.id)} />
        </>
      )}
    </VirtualTable>
  )
}
