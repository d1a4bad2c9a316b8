import { palette } from '../../src/core/domain/catalogue/palette.ts'
import type { Activity, Client, Project, Tag, Template, WorkItem } from '../../src/shared/contract/entities.ts'
import { createRandom, type Random, sampleId } from './random.ts'
import { activityNames, clientNames, notes, projectNames, tagNames, workItemTitles } from './sample-words.ts'

export interface SampleCatalogue {
  readonly clients: readonly Client[]
  readonly projects: readonly Project[]
  readonly activities: readonly Activity[]
  readonly tags: readonly Tag[]
  readonly workItems: readonly WorkItem[]
  readonly templates: readonly Template[]
}

const WORK_ITEMS = 120

/** What the sample history is about; the same for the same seed. */
export function sampleCatalogue(seed: number, madeAtMs: number): SampleCatalogue {
  const random = createRandom(seed ^ 0xca7a)
  const id = () => sampleId(madeAtMs, random)
  const clients = clientNames.map((name) => ({ id: id(), name, archived: name.startsWith('Zürich') }))
  const projects = projectNames.map(([name, client], n) => ({
    id: id(),
    name,
    clientId: clients[client]?.id ?? null,
    colour: palette[n % palette.length] ?? palette[0],
    billableByDefault: client !== clientNames.length - 1,
    archived: name.startsWith('Policy'),
  }))
  const activities = activityNames.map((name) => ({ id: id(), name, projectId: null, archived: false }))
  const tags = tagNames.map((name, n) => ({
    id: id(),
    name,
    colour: n % 3 === 0 ? (palette[n % palette.length] ?? null) : null,
    archived: false,
  }))
  const workItems = Array.from({ length: WORK_ITEMS }, (_, n) => sampleWorkItem(n, id(), projects, random))
  const templates = notes.slice(0, 4).map((note, n) => ({
    id: id(),
    name: note,
    note,
    projectId: projects[n]?.id ?? null,
    activityId: activities[n % activities.length]?.id ?? null,
    workItemId: null,
    tagIds: n % 2 === 0 ? [tags[n]?.id ?? ''].filter((tag) => tag !== '') : [],
    billable: false,
    durationMs: n === 0 ? 15 * 60_000 : null,
  }))
  return { clients, projects, activities, tags, workItems, templates }
}

function sampleWorkItem(n: number, id: string, projects: readonly Project[], random: Random): WorkItem {
  const title = workItemTitles[n % workItemTitles.length] ?? workItemTitles[0]
  return {
    id,
    key: `STINT-${n + 1}`,
    title: n < workItemTitles.length ? title : `${title} (${Math.floor(n / workItemTitles.length) + 1})`,
    projectId: projects[random.int(0, projects.length - 1)]?.id ?? null,
    state: random.chance(0.7) ? 'done' : 'open',
  }
}
