import { describe, expect, it } from 'vitest'
import { choosePaint } from './paint.ts'

describe('choosePaint', () => {
  it('colours for a person at a terminal only, who has not said no', () => {
    expect(choosePaint(true, {}).good('x')).toBe('\u001b[32mx\u001b[39m')
    expect(choosePaint(false, { FORCE_COLOR: '1' }).good('x')).toBe('x')
    expect(choosePaint(true, { NO_COLOR: '1' }).good('x')).toBe('x')
    expect(choosePaint(true, { NO_COLOR: '' }).bad('x')).not.toBe('x')
    expect(choosePaint(true, { TERM: 'dumb' }).dim('x')).toBe('x')
  })
})
