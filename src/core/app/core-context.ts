import type { CorePorts } from '../ports/core-ports.ts'
import type { Commits } from './live/commits.ts'

/** What every operation may reach: the host's ports, and the place where commits are announced. */
export interface CoreContext {
  readonly ports: CorePorts
  readonly commits: Commits
}
