import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasDbusDaemon, type PrivateBus, startPrivateBus } from './support/private-bus.ts'
import { createSecretService } from './support/secret-service.ts'

const run = promisify(execFile)
const child = fileURLToPath(new URL('../torture/children/ask-keychain.ts', import.meta.url))
const found = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
const hasKeyring = hasDbusDaemon && found('dbus-run-session') && found('gnome-keyring-daemon')

let bus: PrivateBus | undefined
afterEach(async () => {
  await bus?.stop()
  bus = undefined
})

/** What the keychain of a session with this bus says to: get, set, set, get, delete, get. */
async function answers(address: string | undefined): Promise<unknown[]> {
  const { DBUS_SESSION_BUS_ADDRESS: _, ...env } = process.env
  const { stdout } = await run(process.execPath, [child], {
    env: address === undefined ? env : { ...env, DBUS_SESSION_BUS_ADDRESS: address },
  })
  return JSON.parse(stdout)
}

const kept = [null, null, null, 'second', true, null]
const absent = Array.from({ length: 6 }, () => ({ kind: 'absent', says: expect.any(String) }))

describe('the keychain of a Linux session', () => {
  beforeEach((context) => context.skip(!hasDbusDaemon, 'needs dbus-daemon (Debian: apt install dbus)'))

  it('is absent where there is no bus, or nobody on it who keeps secrets: never a keyring that forgets', async () => {
    bus = await startPrivateBus()
    expect(await answers(undefined)).toEqual(absent)
    expect(await answers('unix:path=/nowhere/bus')).toEqual(absent)
    expect(await answers(bus.address)).toEqual(absent)
  })

  it('keeps, replaces, gives and forgets by the Secret Service, over an encrypted session', async () => {
    bus = await startPrivateBus()
    const service = createSecretService()
    await bus.serve('org.freedesktop.secrets', service.answer)
    expect(await answers(bus.address)).toEqual(kept)
    expect(service.items.size).toBe(0)
    expect(service.asked).toContain('org.freedesktop.Secret.Collection.CreateItem')
    expect(new Set(service.sessions)).toEqual(new Set(['dh-ietf1024-sha256-aes128-cbc-pkcs7']))
  })

  it('is the real one of a desktop where that is installed', async (context) => {
    context.skip(!hasKeyring, 'needs gnome-keyring (Debian: apt install gnome-keyring)')
    const unlocked = `printf '' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$0" "$1"`
    const { stdout } = await run('dbus-run-session', ['--', 'sh', '-c', unlocked, process.execPath, child])
    expect(JSON.parse(stdout)).toEqual(kept)
  })
})
