import { describe, it } from 'vitest'
import { runCase } from './kit/run-case.ts'
import type { WireProfile } from './kit/wire-profile.ts'
import { allScenarios } from './scenarios/all-scenarios.ts'

/** Holds one adapter to every scenario of the kit. The names become the table in docs/providers.md. */
export function runTimeProviderConformance(profile: WireProfile): void {
  describe(profile.name, () => {
    for (const scenario of allScenarios) {
      describe(`${scenario.id} ${scenario.title}`, () => {
        for (const one of scenario.cases(profile)) it(one.name, () => runCase(one, profile, profile))
      })
    }
  })
}
