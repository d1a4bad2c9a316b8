import { ok, type Result } from '../../shared/result.ts'
import type { Day } from '../../shared/zone/day.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { list, type OptionValues, onOff, text } from '../command/option-spec.ts'
import { readDay } from '../input/read-time.ts'
import { findProject, findTag } from '../names/find-in-catalogue.ts'
import { loadCatalogue } from '../present/load-names.ts'

export const filterOptions = {
  from: text('--from <day>', 'First day: today, mon, 2026-11-01'),
  to: text('--to <day>', 'Last day, included'),
  project: list('-p, --project <name>', 'Only this project; may be repeated', { complete: 'projects' }),
  tag: list('-t, --tag <name>', 'Only with this tag; may be repeated', { complete: 'tags' }),
  billable: onOff('-b, --billable', 'Only billable, or --no-billable for the others'),
  search: text('-s, --search <text>', 'Only entries that hold all these words'),
} as const

export interface EntryFilter {
  fromDay?: Day
  toDay?: Day
  projectIds?: string[]
  tagIds?: string[]
  billable?: boolean
  text?: string
}

/** The filter as the contract takes it, names turned into ids. */
export async function readFilter(
  context: CliContext,
  options: OptionValues<typeof filterOptions>,
): Promise<Result<EntryFilter, CliError>> {
  const fromDay = await readDay(context, '--from', options.from)
  if (!fromDay.ok) return fromDay
  const toDay = await readDay(context, '--to', options.to)
  if (!toDay.ok) return toDay
  const filter: EntryFilter = {}
  if (fromDay.value !== undefined) filter.fromDay = fromDay.value
  if (toDay.value !== undefined) filter.toDay = toDay.value
  if (options.billable !== undefined) filter.billable = options.billable
  if (options.search !== undefined) filter.text = options.search
  if (options.project.length === 0 && options.tag.length === 0) return ok(filter)

  const catalogue = await loadCatalogue(context)
  if (!catalogue.ok) return catalogue
  const projectIds: string[] = []
  for (const name of options.project) {
    const project = findProject(catalogue.value, name)
    if (!project.ok) return project
    projectIds.push(project.value.id)
  }
  const tagIds: string[] = []
  for (const name of options.tag) {
    const tag = findTag(catalogue.value, name)
    if (!tag.ok) return tag
    tagIds.push(tag.value.id)
  }
  if (projectIds.length > 0) filter.projectIds = projectIds
  if (tagIds.length > 0) filter.tagIds = tagIds
  return ok(filter)
}
