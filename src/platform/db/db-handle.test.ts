import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createDbHandle } from './db-handle.ts'

describe('the handle of the open database', () => {
  it('gives the new database before its listeners hear of it, and each registration once', () => {
    const [first, second] = [new Database(':memory:'), new Database(':memory:')]
    const handle = createDbHandle(first)
    const heard: boolean[] = []
    const listener = () => heard.push(handle.current() === second)
    const stop = handle.onReopen(listener)
    handle.onReopen(listener)
    handle.swap(second)
    expect(heard).toEqual([true, true])
    stop()
    stop()
    handle.swap(first)
    expect(heard).toEqual([true, true, false])
    first.close()
    second.close()
  })
})
