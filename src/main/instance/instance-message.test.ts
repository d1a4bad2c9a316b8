import { expect, it } from 'vitest'
import { readInstanceMessage } from './instance-message.ts'

it('reads what a second start sends, and nothing that only looks like it', () => {
  const message = { args: ['--toggle', 'stint://show'], cwd: '/home/ada' }
  expect(readInstanceMessage(message)).toEqual(message)
  for (const other of [
    undefined,
    null,
    [],
    {},
    { args: 'all', cwd: '/' },
    { args: [1], cwd: '/' },
    { ...message, more: 1 },
    { args: Array.from({ length: 201 }, () => ''), cwd: '/' },
  ]) {
    expect(readInstanceMessage(other)).toBe(null)
  }
})
