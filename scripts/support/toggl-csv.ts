import type { Entry } from '../../src/shared/contract/entities.ts'
import { instantToWall } from '../../src/shared/zone/wall-time.ts'
import type { SampleCatalogue } from './sample-catalogue.ts'

const HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()'

/** Entries as Toggl Track's detailed CSV export writes them; an amount without clock times it does not know. */
export function togglCsv(entries: Iterable<Entry>, catalogue: SampleCatalogue): string {
  const projects = new Map(catalogue.projects.map((project) => [project.id, project]))
  const clients = new Map(catalogue.clients.map((client) => [client.id, client.name]))
  const tags = new Map(catalogue.tags.map((tag) => [tag.id, tag.name]))
  const lines = [HEADER]
  for (const entry of entries) {
    const [fromMs, toMs] = spanOf(entry)
    const project = entry.projectId === null ? undefined : projects.get(entry.projectId)
    const fields = [
      'Sam Sample',
      'sam@example.com',
      project?.clientId ? (clients.get(project.clientId) ?? '') : '',
      project?.name ?? '',
      '',
      entry.note,
      entry.billable ? 'Yes' : 'No',
      ...dateAndTime(fromMs),
      ...dateAndTime(toMs),
      lengthOf(toMs - fromMs),
      entry.tagIds.map((id) => tags.get(id) ?? '').join(', '),
      '',
    ]
    lines.push(fields.map(quoted).join(','))
  }
  return `${lines.join('\r\n')}\r\n`
}

/** Whole seconds, as Toggl keeps them; an amount begins at eight. */
function spanOf({ time }: Entry): [number, number] {
  if (time.kind === 'day') {
    const startMs = Date.parse(`${time.day}T08:00:00Z`)
    return [startMs, startMs + time.durationMs]
  }
  const startMs = Math.floor(time.startedAtMs / 1000) * 1000
  return [startMs, Math.floor((time.endedAtMs ?? time.startedAtMs) / 1000) * 1000]
}

function dateAndTime(ms: number): [string, string] {
  const { day, hour, minute, second } = instantToWall(ms, 'Europe/Stockholm')
  return [day, [hour, minute, second].map(twoDigits).join(':')]
}

function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
