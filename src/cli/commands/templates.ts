import type { Template } from '../../shared/contract/entities.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { err } from '../../shared/result.ts'
import type { CatalogueKind } from '../catalogue/catalogue-kind.ts'
import { changeThings, thingAnswer } from '../catalogue/change-things.ts'
import { listThings } from '../catalogue/list-things.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { flag, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readDuration } from '../input/read-time.ts'
import { detailsOptions } from '../names/details-options.ts'
import { findTemplate } from '../names/find-in-catalogue.ts'
import { resolveDetails } from '../names/resolve-details.ts'
import { marksText, placeText } from '../present/entry-text.ts'
import { loadCatalogue } from '../present/load-names.ts'
import { nameBook } from '../present/name-book.ts'

const kind: CatalogueKind<Template> = {
  plural: 'templates',
  singular: 'template',
  word: 'template',
  complete: 'templates',
  things: ({ templates }) => templates,
  find: findTemplate,
  nameOf: ({ name }) => name,
  json: (template, catalogue) => {
    const { project, client, clientId, activity, tags, workItem } = nameBook(catalogue)(template)
    const { projectId, activityId, tagIds, workItemId } = template
    const { id, name, note, billable, durationMs } = template
    const about = { project, projectId, client, clientId, activity, activityId, tags, tagIds, workItem, workItemId }
    return { id, name, note, ...about, billable, durationMs }
  },
  columns: [{}, { flexible: true }, { align: 'right' }],
  row: (template, catalogue) => {
    const names = nameBook(catalogue)(template)
    const about = [template.note, placeText(names), marksText(template, names)].filter((part) => part !== '')
    const length = template.durationMs === null ? 'starts the timer' : formatDurationProse(template.durationMs)
    return [template.name, about.join(' · '), length]
  },
  archive: null,
  remove: (client, input) => client.templates.remove(input),
}

const { away: _, ...details } = detailsOptions
const shared = {
  note: text('-n, --note <text>', 'Note'),
  ...details,
  duration: text('--duration <length>', 'How long an entry made from it lasts'),
} as const

const add = defineCommand({
  name: 'templates add',
  summary: 'Make a template',
  args: [argument('<name>', 'Its name')],
  options: shared,
  examples: [
    {
      line: 'stint templates add Stand-up --note "Daily stand-up" --project Acme --duration 15m',
      what: 'for every morning',
    },
    { line: 'stint start --from-template Stand-up', what: 'start the timer from it' },
  ],
  async run(context, [name = ''], options) {
    const durationMs = await readDuration('--duration', options.duration)
    if (!durationMs.ok) return durationMs
    const about = await resolveDetails(context, options)
    if (!about.ok) return about
    const made = await context.ask((client) =>
      client.templates.create({
        commandKey: commandKey(),
        name,
        ...about.value,
        ...(options.note === undefined ? {} : { note: options.note }),
        ...(durationMs.value === undefined ? {} : { durationMs: durationMs.value }),
      }),
    )
    return made.ok ? thingAnswer(context, kind, 'Made', made.value.item) : made
  },
})

const edit = defineCommand({
  name: 'templates edit',
  summary: 'Change a template',
  details: ['Tags given with --tag replace those it has.'],
  args: [argument('<template>', 'Its name or id', 'templates')],
  options: {
    name: text('--name <name>', 'New name'),
    ...shared,
    clearProject: flag('--clear-project', 'No project'),
    clearActivity: flag('--clear-activity', 'No activity'),
    clearItem: flag('--clear-item', 'No work item'),
    clearTags: flag('--clear-tags', 'No tags'),
    clearDuration: flag('--clear-duration', 'It starts the timer'),
  },
  examples: [{ line: 'stint templates edit Stand-up --duration 10m', what: 'a shorter one' }],
  async run(context, [typed = ''], options) {
    const durationMs = await readDuration('--duration', options.duration)
    if (!durationMs.ok) return durationMs
    const catalogue = await loadCatalogue(context)
    if (!catalogue.ok) return catalogue
    const found = findTemplate(catalogue.value, typed)
    if (!found.ok) return found
    const about = await resolveDetails(context, {
      ...options,
      project: options.clearProject ? null : options.project,
      activity: options.clearActivity ? null : options.activity,
      item: options.clearItem ? null : options.item,
      currentProjectId: found.value.projectId,
    })
    if (!about.ok) return about
    const change = {
      ...(options.clearTags ? { tagIds: [] } : {}),
      ...about.value,
      ...(options.name === undefined ? {} : { name: options.name }),
      ...(options.note === undefined ? {} : { note: options.note }),
      ...(durationMs.value === undefined ? {} : { durationMs: durationMs.value }),
      ...(options.clearDuration ? { durationMs: null } : {}),
    }
    if (Object.keys(change).length === 0) return err(usageError('Say what to change.', 'For example: --duration 10m'))
    const { id } = found.value
    const changed = await context.ask((client) => client.templates.update({ commandKey: commandKey(), id, ...change }))
    return changed.ok ? thingAnswer(context, kind, 'Changed', changed.value.item) : changed
  },
})

export const templates: CommandGroup = {
  kind: 'group',
  name: 'templates',
  summary: 'Templates',
  commands: [listThings(kind), add, edit, ...changeThings(kind)],
  fallback: 'list',
}
