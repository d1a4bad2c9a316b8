import { expect, it } from 'vitest'
import { startChild } from './support/child.ts'
import { tempDir } from './support/temp-dir.ts'

const HOUR_MS = 3_600_000

async function hostSays(dir: string, aheadMs: number) {
  const child = startChild('presence-host.ts', [dir, String(aheadMs)])
  const said = JSON.parse((await child.line()) ?? child.errors())
  await child.kill()
  return said
}

it('a host that is killed is a question at the next start, from its last sign of life, and it stays open', async () => {
  const dir = tempDir()
  const beganMs = Date.now()
  expect(await hostSays(dir, 0)).toEqual({ question: null, away: null })
  const { question } = await hostSays(dir, HOUR_MS)
  expect(question.pieces).toHaveLength(1)
  const [{ cause, fromMs, untilMs }] = question.pieces
  expect(cause).toBe('crash')
  expect(fromMs).toBeGreaterThanOrEqual(beganMs)
  expect(untilMs - fromMs).toBeGreaterThanOrEqual(HOUR_MS)
  const later = await hostSays(dir, 3 * HOUR_MS)
  expect(later.question).toMatchObject({ id: question.id, askedAtMs: question.askedAtMs })
  expect(later.question.pieces[0]).toMatchObject({ cause, fromMs })
})
