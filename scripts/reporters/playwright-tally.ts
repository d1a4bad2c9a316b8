import type { FullConfig, FullResult, Reporter, Suite, TestError } from '@playwright/test/reporter'
import { type Tally, writeTally } from '../lib/tally.ts'

/** Counts browser tests for scripts/test.mjs, keeps the reasons of skipped ones, and names those that needed a second try. */
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
    for (const test of this.#root?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'flaky')
        process.stdout.write(`needed a second try: ${test.titlePath().filter(Boolean).join(' > ')}\n`)
      if (outcome === 'expected' || outcome === 'flaky') tally.passed++
      else if (outcome === 'skipped') {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
        tally.skipped.push({ name: test.titlePath().filter(Boolean).join(' > '), reason: note?.description ?? null })
      } else tally.failed++
    }
    writeTally(tally)
  }

  printsToStdio(): boolean {
    return false
  }
}
