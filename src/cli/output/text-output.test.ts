import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { textOutput } from './text-output.ts'

describe('textOutput', () => {
  it('waits for a slow reader instead of filling memory', async () => {
    const pipe = new PassThrough({ highWaterMark: 4 })
    const out = textOutput(pipe)
    let isDone = false
    const writing = out.write('more than four bytes').then(() => {
      isDone = true
    })
    await Promise.resolve()
    expect(isDone).toBe(false)
    pipe.resume()
    await writing
    expect(isDone).toBe(true)
  })

  it('goes quiet when the reader leaves, also while it waits for it', async () => {
    const gone = Object.assign(new Error('gone'), { code: 'EPIPE' })
    const pipe = new Writable({ highWaterMark: 1, write: () => {} })
    const out = textOutput(pipe)
    const writing = out.write('waiting')
    pipe.destroy(gone)
    await writing
    expect(out.isClosed()).toBe(true)
    await expect(out.write('nobody reads this')).resolves.toBeUndefined()
  })

  it('is no terminal unless the stream says so', () => {
    expect(textOutput(new PassThrough())).toMatchObject({ isTerminal: false, columns: undefined })
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
    expect(textOutput(terminal)).toMatchObject({ isTerminal: true, columns: 80 })
  })
})
