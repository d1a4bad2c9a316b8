import type { CorePorts } from '../ports/core-ports.ts'
import type { Dispose } from '../ports/scheduler.ts'
import { createPresence } from './absence/create-presence.ts'
import type { CoreContext } from './core-context.ts'
import { type Commits, createCommits } from './live/commits.ts'
import { watchReminders } from './reminders/watch-reminders.ts'
import { createRouter, type StintRouter } from './router/create-router.ts'
import { createSync } from './sync/create-sync.ts'

/** Everything Stint can do over one open profile. */
export interface Core {
  /** Implements the contract; every transport serves this one. */
  readonly router: StintRouter
  /** Announces each commit: for trays, runners and other listeners inside the host. */
  readonly commits: Commits
  /** Begins what Stint does by itself, for as long as a host lives; a single command has no use for it. */
  watch(): Dispose
}

/** The one composition of core, for desktop, headless, CLI and tests: only the ports differ. */
export function createCore(ports: CorePorts): Core {
  const commits = createCommits((err) => ports.log.error({ err }, 'a listener failed after a commit'))
  const context: CoreContext = { ports, commits }
  const presence = createPresence(context)
  const sync = createSync(context)
  return {
    router: createRouter(context, presence, sync),
    commits,
    watch() {
      // Presence first: whoever comes back hears of that before anything else.
      const disposers = [presence.watch(), watchReminders(context), sync.watch()]
      return () => {
        for (const dispose of disposers) dispose()
      }
    },
  }
}
