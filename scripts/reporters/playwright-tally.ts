import type { FullConfig, FullResult, Reporter, Suite, TestError } from '@playwright/test/reporter'
import { findElectron } from '../find-electron.mjs'
import { hostLines } from '../lib/host-lines.ts'
import { type Tally, writeTally } from '../lib/tally.ts'

/**
 * Counts browser tests for scripts/test.mjs, keeps the reasons of skipped ones, names those that needed a second try, and
 * says which hosts they ran on.
 */
export default class PlaywrightTally implements Reporter {
  #root: Suite | null = null
  #errors = 0

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#root = suite
  }

  onError(_error: TestError): void {
    this.#errors++
  }

  onEnd(_result: FullResult): void {
    const tally: Tally = { passed: 0, failed: this.#errors, skipped: [] }
    const ran = new Map<string, number>()
    for (const test of this.#root?.allTests() ?? []) {
      const outcome = test.outcome()
      const host = test.parent.project()?.name ?? ''
      ran.set(host, (ran.get(host) ?? 0) + (outcome === 'skipped' ? 0 : 1))
      if (outcome === 'flaky')
        process.stdout.write(`needed a second try: ${test.titlePath().filter(Boolean).join(' > ')}\n`)
      if (outcome === 'expected' || outcome === 'flaky') tally.passed++
      else if (outcome === 'skipped') {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
        tally.skipped.push({ name: test.titlePath().filter(Boolean).join(' > '), reason: note?.description ?? null })
      } else tally.failed++
    }
    writeTally(tally)
    const electron = findElectron()
    for (const line of hostLines(ran, electron.found ? undefined : electron.why)) process.stdout.write(`${line}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
