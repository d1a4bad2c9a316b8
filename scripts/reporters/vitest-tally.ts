import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { type Tally, writeTally } from '../lib/tally.ts'

/** Counts tests for scripts/test.mjs and keeps the reasons of skipped ones. */
export default class VitestTally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    // An error outside any test (a file that does not load, a rejection nobody awaited) is a failure as well.
    const tally: Tally = { passed: 0, failed: unhandled.length, skipped: [] }
    for (const module of modules) {
      tally.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') tally.passed++
        else if (result.state === 'failed') tally.failed++
        else {
          const reason = result.state === 'skipped' ? (result.note ?? null) : 'it did not finish'
          tally.skipped.push({ name: `${module.relativeModuleId} > ${test.fullName}`, reason })
        }
      }
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length
    }
    writeTally(tally)
  }
}
