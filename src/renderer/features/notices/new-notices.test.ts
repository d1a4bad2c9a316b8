import { describe, expect, it } from 'vitest'
import type { Notification } from '../../../shared/contract/notifications.ts'
import { newNotices, noticesAtFirst } from './new-notices.ts'

const notice = (id: string, atMs: number, quiet = false): Notification => ({
  id,
  key: id,
  kind: 'break',
  title: id,
  body: '',
  place: { page: 'timer' },
  atMs,
  quiet,
  readAtMs: null,
})
const ids = (notices: readonly Notification[]) => notices.map(({ id }) => id)

describe('newNotices', () => {
  it('are those that came after the page was opened, oldest first, each once', () => {
    const first = noticesAtFirst({ nowMs: 100, notices: [notice('old', 90)] })
    const second = newNotices(first, { notices: [notice('b', 120), notice('a', 110), notice('old', 90)] })
    expect(ids(second.fresh)).toEqual(['a', 'b'])
    const third = newNotices(second.seen, { notices: [notice('c', 130), notice('b', 120)] })
    expect(ids(third.fresh)).toEqual(['c'])
    expect(newNotices(third.seen, { notices: [notice('a', 110)] }).fresh).toEqual([])
  })

  it('leave out the quiet ones, and those from before that turn up late', () => {
    const first = noticesAtFirst({ nowMs: 100, notices: [] })
    const { fresh } = newNotices(first, { notices: [notice('quiet', 120, true), notice('restored', 90)] })
    expect(fresh).toEqual([])
  })
})
