import { expect, it } from 'vitest'
import { createCommits } from './commits.ts'

it('every listener hears every commit until it leaves, also one that leaves while hearing', () => {
  const commits = createCommits(() => undefined)
  const heard: string[] = []
  const leaveA = commits.listen(() => {
    heard.push('a')
    leaveA()
  })
  const leaveB = commits.listen(() => heard.push('b'))
  commits.announce(null)
  commits.announce(null)
  expect(heard).toEqual(['a', 'b', 'b'])
  leaveB()
  leaveB()
  expect(commits.listeners).toBe(0)
})

it('one that fails neither fails the command nor keeps the news from the others', () => {
  const failures: unknown[] = []
  const commits = createCommits((error) => failures.push(error))
  let heard = 0
  commits.listen(() => {
    throw new Error('broken listener')
  })
  commits.listen(() => {
    heard += 1
  })
  commits.announce(null)
  expect(heard).toBe(1)
  expect(failures).toEqual([new Error('broken listener')])
})
