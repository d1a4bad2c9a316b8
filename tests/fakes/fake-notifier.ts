import type { Notice, Notifier } from '../../src/core/ports/notifier.ts'

/** Remembers what was shown and what was withdrawn; breaks when it is told to. */
export function createFakeNotifier() {
  const shown: Notice[] = []
  const withdrawn: string[] = []
  let broken = false
  const notifier: Notifier = {
    show(notice) {
      if (broken) throw new Error('no notification service')
      shown.push(notice)
    },
    withdraw(id) {
      if (broken) throw new Error('no notification service')
      withdrawn.push(id)
    },
  }
  return {
    notifier,
    shown,
    withdrawn,
    break() {
      broken = true
    },
  }
}
