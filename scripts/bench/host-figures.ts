import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from '../setup.mjs'
import { type RunningStint, startStint } from '../support/running-stint.ts'
import { atMost, type Figure, median, ms, quantile } from './figure.ts'

const ZONE = 'Europe/Stockholm'
const MEGABYTE = 1_000_000

/** From starting the process to the first answered question, over and over. */
export async function hostStartFigure(profileDir: string): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < 7; round += 1) {
    const startedAt = performance.now()
    const host = await startStint(profileDir, ZONE)
    await host.connection.client.timer.status({})
    times.push(performance.now() - startedAt)
    await host.stop()
  }
  return atMost('Host start to first answered query', median(times), 1000, ms)
}

/** `stint status` as a person runs it: shell script, Node, attach, answer. */
export function statusFigure(profileDir: string): Figure {
  const stint = path.join(root, 'bin', 'stint')
  const times: number[] = []
  for (let round = 0; round < 17; round += 1) {
    const startedAt = performance.now()
    const run = spawnSync(stint, ['status', '--profile', profileDir], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`stint status failed: ${run.stderr}`)
    if (round >= 2) times.push(performance.now() - startedAt)
  }
  return atMost('CLI `status` against a running host, median of 15', median(times), 120, ms)
}

/** After the questions that pages ask, several times over: what stays is what it costs to leave Stint running. */
export async function memoryFigure(host: RunningStint, day: string): Promise<Figure> {
  const { client } = host.connection
  const month = { fromDay: `${day.slice(0, 7)}-01`, toDay: day }
  for (let round = 0; round < 10; round += 1) {
    await client.entries.day({ day })
    await client.entries.list({ text: 'review', limit: 100 })
    await client.entries.list({ limit: 500 })
    await client.entries.suggest({ text: 'm' })
    await client.reports.summary({ groupBy: ['project', 'day'], ...month })
    await client.reports.summary({ groupBy: ['client', 'month'] })
  }
  return atMost('Resident memory of the host, after use', host.residentBytes() / MEGABYTE, 150, megabytes)
}

/** A day's list over the socket of a real host: told beside the figure that is measured in the process. */
export async function dayOverHttp(host: RunningStint, day: string): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < 120; round += 1) {
    const startedAt = performance.now()
    await host.connection.client.entries.day({ day })
    if (round >= 20) times.push(performance.now() - startedAt)
  }
  const measured = `${ms(median(times))} (95 %: ${ms(quantile(times, 0.95))})`
  return { what: 'The same over HTTP, from another process', limit: 'told', measured, ok: null }
}

function megabytes(value: number): string {
  return `${Math.round(value)} MB`
}
