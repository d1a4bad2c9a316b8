import { beforeEach, describe, expect, it } from 'vitest'
import type { LiveState } from '../../shared/contract/live.ts'
import { expectSettings, useLive } from './live-store.ts'

// Only what a setting needs.
const state = (revision: number, theme: 'light' | 'dark') =>
  ({ revision, settings: { theme, density: 'compact' } }) as LiveState
const shown = () => useLive.getState().state?.settings

beforeEach(() => useLive.setState({ state: state(7, 'light') }))

describe('expectSettings', () => {
  it('shows a change at once, and beside it what was not changed', () => {
    expectSettings({ theme: 'dark' })
    expect(shown()).toEqual({ theme: 'dark', density: 'compact' })
  })
  it('puts back what there was when the host refuses', () => {
    const putBack = expectSettings({ theme: 'dark' })
    putBack()
    expect(shown()).toEqual({ theme: 'light', density: 'compact' })
  })
  it('never puts back over what the host has told since', () => {
    const putBack = expectSettings({ density: 'comfortable' })
    useLive.setState({ state: state(8, 'dark') })
    putBack()
    expect(shown()).toEqual({ theme: 'dark', density: 'compact' })
  })
})
