import fc from 'fast-check'

const SEED = 20_261_120

/**
 * Seeded, so that a failure can be run again. Ends after five seconds whatever has been tried by then: on a busy
 * machine fewer histories are tried, but a slow machine is no failure.
 */
export async function checkProperty<T>(
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => holds(value)),
    {
      seed: SEED,
      numRuns,
      interruptAfterTimeLimit: 5000,
      markInterruptAsFailure: false,
    },
  )
}
