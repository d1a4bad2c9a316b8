import { describe, expect, it } from 'vitest'
import { createWorkTracker } from './work-tracker.ts'

describe('idle', () => {
  it('waits for work, for work that work left behind, and does not mind failures', async () => {
    const { track, idle } = createWorkTracker()
    const steps: string[] = []
    track(
      Promise.resolve().then(() => {
        steps.push('call')
        track(Promise.resolve().then(() => steps.push('answer')))
      }),
    )
    track(Promise.reject(new Error('refused')))
    await idle()
    expect(steps).toEqual(['call', 'answer'])
    await idle()
  })
})
