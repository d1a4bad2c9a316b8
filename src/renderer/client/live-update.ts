import type { LiveEvent, LiveState } from '../../shared/contract/live.ts'

export type LiveUpdate =
  | { readonly kind: 'apply'; readonly state: LiveState; readonly touched: Touched | 'everything' | 'nothing' }
  /** A step is missing: what is held is void, subscribe anew. */
  | { readonly kind: 'gap' }

export type Touched = Extract<LiveEvent, { type: 'delta' }>['touched']

/** What an event means for a view that holds `held`. A snapshot of the revision already held touches nothing. */
export function liveUpdate(held: LiveState | null, event: LiveEvent): LiveUpdate {
  if (event.type === 'snapshot') {
    const isSame =
      held !== null &&
      held.revision === event.state.revision &&
      // A restored profile may have come to the same number by other steps.
      held.undo?.commandId === event.state.undo?.commandId &&
      held.host.startedAtMs === event.state.host.startedAtMs
    return { kind: 'apply', state: event.state, touched: isSame ? 'nothing' : 'everything' }
  }
  if (held === null || held.revision !== event.previousRevision) return { kind: 'gap' }
  return { kind: 'apply', state: event.state, touched: event.touched }
}
