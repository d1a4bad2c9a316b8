import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { isRead } from '../kit/twist.ts'
import type { WireProfile } from '../kit/wire-profile.ts'
import { success } from './sample.ts'

export const pages: Scenario = {
  id: 'T2',
  title: 'lists in pages',
  cases: ({ projectsPerPage: size }: WireProfile) => [
    ...[
      ['none', 0],
      ['one', 1],
      ['exactly a page', size],
      ['a page and one more', size + 1],
      ['three pages', 2 * size + 7],
    ].map(([name, count]) => ({
      name: `${name}: each once`,
      run: (stand: Stand) => eachOnce(stand, Number(count)),
    })),
    { name: 'a server that gives the first page for ever does not hold it for ever', run: firstPageForEver },
    { name: 'one that comes in between while pages are read: none twice', run: shiftingPages },
    { name: 'a link to a server elsewhere is not followed', run: foreignLink },
  ],
}

async function eachOnce(stand: Stand, count: number) {
  stand.vendor.setProjects(count)
  stand.allowRequests(Math.ceil(count / stand.profile.projectsPerPage))
  const { projects } = success(await stand.provider.catalogue())
  expect([projects.length, new Set(projects.map(({ remoteId }) => remoteId)).size]).toEqual([count, count])
}

async function firstPageForEver(stand: Stand) {
  const { projectsPerPage: size } = stand.profile
  stand.vendor.setProjects(2 * size)
  stand.vendor.ignorePages()
  stand.allowRequests(2)
  const answer = await stand.provider.catalogue()
  if (answer.ok) expect(new Set(answer.value.projects.map(({ remoteId }) => remoteId)).size).toBe(size)
  if (answer.ok) expect(answer.value.projects.length).toBe(size)
}

async function shiftingPages(stand: Stand) {
  const { projectsPerPage: size } = stand.profile
  stand.vendor.setProjects(2 * size)
  stand.allowRequests(3)
  stand.twist((act) => {
    const reply = act()
    stand.vendor.insertProject()
    return reply
  }, isRead)
  const ids = success(await stand.provider.catalogue()).projects.map(({ remoteId }) => remoteId)
  expect(ids.length).toBe(new Set(ids).size)
  expect(ids.length).toBeGreaterThanOrEqual(2 * size)
}

async function foreignLink(stand: Stand) {
  const decoy = await stand.decoy()
  stand.vendor.setProjects(3)
  const link = { link: `<${decoy.origin}/next>; rel="next"` }
  stand.twist((act) => {
    const reply = act()
    return { ...reply, headers: { ...reply.headers, ...link } }
  }, isRead)
  expect(success(await stand.provider.catalogue()).projects.length).toBe(3)
}
