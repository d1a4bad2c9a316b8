import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long work cut into steps: a generator that yields where others may have their turn. */
export type Steps<T> = Generator<void, T>

/** All of it now. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Step by step, one per turn of the event loop. */
export async function drainInTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await nextTurn()
  }
}
