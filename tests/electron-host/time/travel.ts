import { createRequire, syncBuiltinESMExports } from 'node:module'

// The clock and the timers of the test host's process, which a test can move. Real time goes on beneath.

interface Waiting {
  readonly run: () => void
  readonly everyMs: number | undefined
  delayMs: number
  /** On the real monotonic clock. */
  dueMs: number
  native: NodeJS.Timeout
  isRefed: boolean
}

const RealDate = Date
const realNow = Date.now.bind(Date)
const realMonotonic = performance.now.bind(performance)
const realSetTimeout = globalThis.setTimeout
const realClearTimeout = globalThis.clearTimeout

/** A later life of the same test goes on where the earlier one was. */
let wallOffsetMs = Number(process.env['STINT_TEST_HOST_AHEAD_MS'] ?? 0)
let monotonicOffsetMs = 0
let wakeUps = 0
const pending = new Map<object, Waiting>()

/** What `setTimeout` answers with: everything that Node's own timer can do and programs use. */
class HostTimeout {
  ref(): this {
    const waiting = pending.get(this)
    if (waiting !== undefined) waiting.isRefed = true
    waiting?.native.ref()
    return this
  }
  unref(): this {
    const waiting = pending.get(this)
    if (waiting !== undefined) waiting.isRefed = false
    waiting?.native.unref()
    return this
  }
  hasRef(): boolean {
    return pending.get(this)?.isRefed ?? false
  }
  refresh(): this {
    const waiting = pending.get(this)
    if (waiting !== undefined) arm(this, waiting, waiting.delayMs)
    return this
  }
  close(): this {
    clear(this)
    return this
  }
  [Symbol.dispose](): void {
    clear(this)
  }
}

function arm(timer: HostTimeout, waiting: Waiting, delayMs: number): void {
  realClearTimeout(waiting.native)
  waiting.dueMs = realMonotonic() + delayMs
  waiting.native = realSetTimeout(() => fire(timer), delayMs)
  if (!waiting.isRefed) waiting.native.unref()
}

function fire(timer: HostTimeout): void {
  const waiting = pending.get(timer)
  if (waiting === undefined) return
  wakeUps++
  if (waiting.everyMs === undefined) {
    realClearTimeout(waiting.native)
    pending.delete(timer)
  } else arm(timer, waiting, waiting.everyMs)
  waiting.run()
}

function add(
  callback: (...args: unknown[]) => void,
  delay: unknown,
  args: unknown[],
  isInterval: boolean,
): HostTimeout {
  const asked = Number(delay)
  const delayMs = asked >= 1 && asked <= 2 ** 31 - 1 ? asked : 1
  const timer = new HostTimeout()
  const native = realSetTimeout(() => fire(timer), delayMs)
  const everyMs = isInterval ? delayMs : undefined
  const dueMs = realMonotonic() + delayMs
  pending.set(timer, { run: () => callback(...args), everyMs, delayMs, dueMs, native, isRefed: true })
  return timer
}

function clear(timer: unknown): void {
  if (typeof timer !== 'object' || timer === null) return
  const waiting = pending.get(timer)
  // One that was made before main: Node's own.
  realClearTimeout(waiting?.native ?? (timer as NodeJS.Timeout))
  pending.delete(timer)
}

/** Before main is loaded. */
export function installTime(): void {
  class HostDate extends RealDate {
    constructor(...args: [] | [number | string]) {
      if (args.length === 0) super(HostDate.now())
      else super(...args)
    }
    static override now(): number {
      return Math.floor(realNow() + wallOffsetMs)
    }
  }
  // `Date()` without `new` is nobody's way to ask the time here.
  globalThis.Date = HostDate as DateConstructor
  performance.now = () => realMonotonic() + monotonicOffsetMs
  const timers = {
    setTimeout: (callback: () => void, delay?: number, ...args: unknown[]) => add(callback, delay, args, false),
    setInterval: (callback: () => void, delay?: number, ...args: unknown[]) => add(callback, delay, args, true),
    clearTimeout: clear,
    clearInterval: clear,
  }
  Object.assign(globalThis, timers)
  Object.assign(createRequire(import.meta.url)('node:timers'), timers)
  syncBuiltinESMExports()
}

/** Lets `ms` pass in a moment: both clocks go on, and what waits for a time within it runs at that time, in order. */
async function pass(ms: number): Promise<void> {
  let leftMs = ms
  for (;;) {
    const [timer, next] = [...pending].sort(([, a], [, b]) => a.dueMs - b.dueMs)[0] ?? []
    const stepMs = next === undefined ? leftMs : Math.max(0, next.dueMs - realMonotonic())
    if (timer === undefined || next === undefined || stepMs > leftMs) break
    skip(stepMs)
    leftMs -= stepMs
    fire(timer as HostTimeout)
    // What it began (a write, a question to the bus) goes on before the next.
    await new Promise((resolve) => setImmediate(resolve))
  }
  skip(leftMs)
}

function skip(ms: number): void {
  wallOffsetMs += ms
  monotonicOffsetMs += ms
  for (const [timer, waiting] of pending) {
    arm(timer as HostTimeout, waiting, Math.max(1, waiting.dueMs - realMonotonic() - ms))
  }
}

export const timeControls = {
  now: () => Date.now(),
  passTime: pass,
  /** The machine sleeps: the wall clock goes on, nothing else does. */
  sleepFor(ms: number) {
    wallOffsetMs += ms
  },
  /** Somebody sets the clock, back with a negative number. */
  setClockBy(ms: number) {
    wallOffsetMs += ms
  },
  /** What the process has cost since it began: its timers that ran, and its own processor time. */
  cost() {
    const { user, system } = process.cpuUsage()
    return { wakeUps, cpuMs: (user + system) / 1000, uptimeMs: realMonotonic(), waiting: pending.size }
  },
}
