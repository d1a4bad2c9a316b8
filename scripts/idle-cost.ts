/**
 * `npm run idle-cost [-- MINUTES]`: what the main process of the desktop costs while a timer runs and nobody looks. The
 * built main runs in the test host (tests/electron-host), windows open but hidden; the browser's own work is not counted.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { TestHostDesktop } from '../tests/e2e/support/desktop/test-host-desktop.ts'
import { profileClient } from '../tests/e2e/support/profile-client.ts'

const MINUTE_MS = 60_000
/** Of one core; and timers of the shell that run, a minute. */
const LIMITS = { cpuPercent: 0.5, wakeUpsPerMinute: 60 }

const minutes = Number(process.argv[2] ?? 5)
if (!(minutes > 0 && minutes <= 60)) {
  process.stderr.write('Say for how many minutes, from 1 to 60: npm run idle-cost -- 5\n')
  process.exit(2)
}

const desktop = new TestHostDesktop({})
process.exitCode = await measure().finally(() => desktop.dispose())

async function measure(): Promise<number> {
  await desktop.page('main')
  await profileClient(desktop.profile).timer.start({ commandKey: crypto.randomUUID(), note: 'Idle cost' })
  await desktop.clickMenu('Stint', 'Mini window')
  await desktop.page('mini')
  await profileClient(desktop.profile).desktop.run({ commandKey: crypto.randomUUID(), action: 'hide' })
  await desktop.disconnect()
  // The first minutes have work of their own: pages load ahead, the daily backup is made.
  await wait(MINUTE_MS / 2)

  const before = await desktop.call('cost')
  await wait(minutes * MINUTE_MS)
  const after = await desktop.call('cost')
  const elapsedMs = after.uptimeMs - before.uptimeMs
  const cpuPercent = ((after.cpuMs - before.cpuMs) / elapsedMs) * 100
  const wakeUps = ((after.wakeUps - before.wakeUps) / elapsedMs) * MINUTE_MS
  const isMet = cpuPercent <= LIMITS.cpuPercent && wakeUps <= LIMITS.wakeUpsPerMinute
  process.stdout.write(
    [
      `Main process in the test host, a timer running, windows hidden, ${minutes} min (not Electron itself):`,
      `  processor    ${cpuPercent.toFixed(2)} % of a core   (at most ${LIMITS.cpuPercent} %)`,
      `  timers       ${wakeUps.toFixed(1)} a minute      (at most ${LIMITS.wakeUpsPerMinute})`,
      `  ${isMet ? 'Both are met.' : 'NOT met.'}`,
      '',
    ].join('\n'),
  )
  return isMet ? 0 : 1
}
