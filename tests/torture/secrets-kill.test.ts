import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSecrets } from '../../src/platform/secrets/create-secrets.ts'
import { createKeySlots } from '../../src/platform/secrets/key-slots.ts'
import { createFakeKeychain } from '../fakes/fake-keychain.ts'
import { startChild } from './support/child.ts'
import { randomFrom } from './support/random.ts'
import { tempDir } from './support/temp-dir.ts'

const ROUNDS = Number(process.env['STINT_KILL_ROUNDS'] ?? 6)

describe('secrets', () => {
  it('survive kill -9 at any moment: what was kept opens, or what followed it', async () => {
    const random = randomFrom(20_261_121)
    for (let round = 0; round < ROUNDS; round += 1) {
      const dir = tempDir()
      const child = startChild('secrets-for-ever.ts', [dir])
      const lines = 1 + Math.floor(random() * 40)
      let last = 0
      for (let line = 0; line < lines; line += 1) last = Number((await child.line()) ?? child.errors())
      for (const line of await child.kill()) last = Number(line)
      expect(last).toBeGreaterThanOrEqual(lines)
      const fake = createFakeKeychain()
      fake.goAway()
      const slots = createKeySlots(fake.keychain, path.join(dir, 'config', 'secrets.key'))
      const secrets = createSecrets(path.join(dir, 'profile'), slots)
      const found = await secrets.get('account', 'token')
      expect([`secret ${last}`, `secret ${last + 1}`]).toContain(found.ok ? found.value : found.error.message)
      expect(await secrets.set('account', 'token', 'again')).toMatchObject({ ok: true })
    }
  })
})
