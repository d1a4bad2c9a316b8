import type { CliContext } from '../cli-context.ts'

/** A line that counts while something long runs; only on a terminal, never among the answer. */
export interface Progress {
  show(what: string, done: number, total: number): Promise<void>
  say(text: string): Promise<void>
  clear(): Promise<void>
}

const EVERY_MS = 120

export function progressFor({ notices, json }: Pick<CliContext, 'notices' | 'json'>): Progress {
  const isShown = notices.isTerminal && !json
  const startedMs = performance.now()
  let lastMs = Number.NEGATIVE_INFINITY
  let isOn = false
  const line = async (text: string) => {
    isOn = true
    await notices.write(`\r\u001b[K${text}`)
  }
  return {
    async show(what, done, total) {
      const nowMs = performance.now()
      if (!isShown || total <= 0 || nowMs - lastMs < EVERY_MS) return
      lastMs = nowMs
      const leftMs = done === 0 ? 0 : ((nowMs - startedMs) * (total - done)) / done
      const left = leftMs < 2000 ? '' : `, about ${Math.ceil(leftMs / 1000)} s left`
      await line(`${what} … ${Math.floor((100 * done) / total)} %${left}`)
    },
    async say(text) {
      if (isShown) await line(text)
    },
    async clear() {
      if (!isOn) return
      isOn = false
      await notices.write('\r\u001b[K')
    },
  }
}
