import { describe, expect, it } from 'vitest'
import { runCase } from '../kit/run-case.ts'
import { togglProfile } from '../profiles/toggl.ts'
import { allScenarios } from '../scenarios/all-scenarios.ts'
import { clockifyPlants } from './clockify-plants.ts'
import { meaningPlants } from './meaning-plants.ts'
import type { Plant } from './plant.ts'
import { wayOutPlants } from './way-out-plants.ts'

const plants = [...wayOutPlants, ...meaningPlants, ...clockifyPlants]

describe('an adapter that', () => {
  it.each(plants.map((plant) => [plant.bug, plant.caughtBy, plant] as const))(
    '%s is caught by %s',
    async (_bug, _by, plant) => {
      expect(await casesThatFail(plant)).not.toEqual([])
    },
  )
})

/** Those of the scenario that has to catch it. */
async function casesThatFail(plant: Plant): Promise<string[]> {
  const scenario = allScenarios.find(({ id }) => id === plant.caughtBy)
  const profile = plant.profile ?? togglProfile
  const failed: string[] = []
  for (const one of scenario?.cases(profile) ?? []) {
    try {
      await runCase(one, profile, plant)
    } catch {
      failed.push(one.name)
    }
  }
  return failed
}
