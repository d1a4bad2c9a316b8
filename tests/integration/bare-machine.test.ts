import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { doctorShape, startedShape, stoppedShape } from './cli-shapes.ts'
import { CliWorld, end } from './cli-support.ts'

/** No display, no session bus, and a system bus that is not there, whatever the machine of the test has. */
const BARE = { DISPLAY: '', WAYLAND_DISPLAY: '', DBUS_SESSION_BUS_ADDRESS: '', DBUS_SYSTEM_BUS_ADDRESS: 'none:' }

describe('a machine without display, tray, notifications, keychain or D-Bus', () => {
  const world = new CliWorld()
  afterAll(() => world.dispose())
  beforeEach((context) => {
    if (process.platform !== 'linux') context.skip('only on Linux can these be missing')
  })

  it('keeps time as ever, and the host serves, answers and ends in order', async () => {
    const { child } = await world.serve([], { env: BARE })
    const begun = startedShape.parse(await world.json(['start', 'Headless'], { env: BARE }))
    expect(stoppedShape.parse(await world.json(['stop'], { env: BARE })).entry.id).toBe(begun.entry.id)
    expect(await end(child, 'SIGTERM')).toBe(0)
  })

  it('says what is missing and how to do without, and calls nothing of it a fault', async () => {
    const { healthy, checks } = doctorShape.parse(await world.json(['doctor'], { env: BARE }))
    expect(healthy).toBe(true)
    const found = new Map(checks.map((check) => [check.id, check]))
    expect(found.get('desktop-app')).toMatchObject({ status: 'warn', detail: expect.stringContaining('a display') })
    expect(found.get('desktop-services')).toMatchObject({ status: 'warn', mend: expect.stringContaining('pages') })
    expect(found.get('presence')).toMatchObject({ status: 'warn', mend: expect.stringContaining('stint away') })
    expect(found.get('keychain')?.detail).toContain('none found')
  })
})
