import type { AbsencePiece, PresenceReport } from '../../../shared/contract/absence.ts'
import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { EvidenceKind } from '../../domain/absence/evidence.ts'
import { observe } from '../../domain/absence/observe.ts'
import { type PresenceState, presentState } from '../../domain/absence/presence-state.ts'
import type { PowerSignal } from '../../ports/power.ts'
import type { Dispose } from '../../ports/scheduler.ts'
import type { CoreContext } from '../core-context.ts'
import type { CommitNotice } from '../live/commits.ts'
import { nothingRunning } from '../timer/stop-timer.ts'
import { askAbout } from './ask-about.ts'
import { openQuestion } from './open-question.ts'
import { readLastSign } from './read-last-sign.ts'
import { createSignKeeper } from './sign-keeper.ts'
import { type Watched, watchedNow } from './watched-now.ts'

/** Often enough to notice a return soon, seldom enough to cost nothing. */
const LOOK_EVERY_MS = 15_000

export interface Presence {
  view(): ContractOutputs['absence']['get']
  /** What a client says about its person. */
  report(report: PresenceReport): Result<void, AppError>
  /** The person did something here and now, such as answering a question. */
  acted(): void
  /** Begins to look and listen, for as long as a host lives. Without it, only what people say of themselves counts. */
  watch(): Dispose
}

/** Knows whether the person is there, and asks about what a timer ran without them. The one owner of the engine's state. */
export function createPresence(context: CoreContext): Presence {
  const { clock, power, scheduler, store } = context.ports
  const signs = createSignKeeper(context.ports)
  let state: PresenceState = presentState
  let watched: Watched = { entryId: null, detecting: false, thresholdMs: 0 }
  let unasked: { readonly entryId: string; readonly piece: AbsencePiece }[] = []
  let isWatching = false
  let stopLooking: Dispose | undefined

  function take(evidence: EvidenceKind): void {
    const before = state.away
    const moment = { atMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }
    const observed = observe(state, { ...evidence, ...moment }, watched)
    state = observed.state
    askLater(watched.entryId, observed.pieces)
    const turned = before?.cause !== state.away?.cause || before?.sinceMs !== state.away?.sinceMs
    sign(turned)
  }

  /** Pieces while nothing ran concern nobody. What cannot be written now is tried again at each look. */
  function askLater(entryId: string | null, pieces: readonly AbsencePiece[]): void {
    if (entryId !== null) unasked.push(...pieces.map((piece) => ({ entryId, piece })))
    const due = unasked
    unasked = []
    unasked.push(...due.filter((each) => !askAbout(context, each.entryId, each.piece)))
  }

  function sign(now: boolean): void {
    signs.keep(watched.detecting || state.said ? watched.entryId : null, state.away, now || !isWatching, !isWatching)
  }

  function look(): void {
    stopLooking = undefined
    take({ kind: 'look', idleMs: power.idleMs() })
    lookOn()
  }

  /** Nothing to look at while nothing runs: then no timer waits, and the clocks are not compared with an old reading. */
  function lookOn(): void {
    stopLooking?.()
    stopLooking = undefined
    const wanted = isWatching && watched.entryId !== null && watched.detecting
    if (wanted) stopLooking = scheduler.after(LOOK_EVERY_MS, look)
    const reading = wanted ? (state.reading ?? { atMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }) : null
    state = { ...state, reading }
  }

  function hear(signal: PowerSignal): void {
    if (!watched.detecting) return
    if (signal === 'lock') take({ kind: 'lock', idleMs: power.idleMs() })
    else take({ kind: signal })
  }

  /** What runs or the settings may have changed. */
  function refresh(): void {
    const next = watchedNow(store)
    if (next.entryId !== watched.entryId && (watched.detecting || state.said)) take({ kind: 'command' })
    const runsOther = next.entryId !== watched.entryId
    watched = next
    if (!watched.detecting && !state.said) state = presentState
    if (runsOther) sign(true)
    if (runsOther || (stopLooking === undefined) === watched.detecting) lookOn()
  }

  function committed(notice: CommitNotice): void {
    if (notice === null) {
      state = presentState
      unasked = []
    }
    if (notice === null || notice.kinds.some((kind) => kind === 'entry' || kind === 'settings')) refresh()
  }

  /** Takes up what was known when Stint ran last. */
  function restore(): void {
    watched = watchedNow(store)
    const last = readLastSign(context, watched, isWatching)
    state = last.state
    askLater(last.entryId, last.pieces)
  }

  /** A single command knows only what is written down. */
  function catchUp(): void {
    if (!isWatching) restore()
  }

  return {
    view() {
      if (!isWatching) {
        watched = watchedNow(store)
        state = readLastSign(context, watched, false).state
      }
      const question = store.read((reader) => openQuestion(reader, clock.nowMs())) ?? null
      return { question, away: watched.entryId === null ? null : state.away }
    },

    report(report) {
      catchUp()
      const evidence = evidenceOf(report, clock.nowMs())
      if (evidence.kind === 'away') {
        if (watched.entryId === null) return err(nothingRunning())
        if (evidence.sinceMs > clock.nowMs()) return err(leavesInFuture(evidence.sinceMs, clock.nowMs()))
      } else if (!watched.detecting && evidence.kind !== 'back') return ok(undefined)
      take(evidence)
      return ok(undefined)
    },

    acted() {
      if (isWatching && (watched.detecting || state.said)) take({ kind: 'command' })
    },

    watch() {
      isWatching = true
      restore()
      sign(true)
      lookOn()
      const leavePower = power.listen(hear)
      const leaveCommits = context.commits.listen(committed)
      return () => {
        if (!isWatching) return
        if (stopLooking !== undefined) take({ kind: 'look', idleMs: power.idleMs() })
        leavePower()
        leaveCommits()
        isWatching = false
        lookOn()
        sign(true)
      }
    },
  }
}

function evidenceOf(report: PresenceReport, nowMs: number): EvidenceKind {
  switch (report.kind) {
    case 'idle':
      return { kind: 'look', idleMs: report.idleMs }
    case 'active':
      return { kind: 'look', idleMs: 0 }
    case 'lock':
      return { kind: 'lock', idleMs: undefined }
    case 'away':
      return { kind: 'away', sinceMs: report.sinceMs ?? nowMs }
    case 'unlock':
    case 'back':
      return { kind: report.kind }
  }
}

function leavesInFuture(atMs: number, nowMs: number): AppError {
  return appError('in-future', 'You cannot have left in the future. Choose now or an earlier time.', { atMs, nowMs })
}
