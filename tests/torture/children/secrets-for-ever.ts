// node secrets-for-ever.ts DIR: keeps secrets without end, without a keychain; says `N` once the N-th is kept.
import path from 'node:path'
import { createSecrets } from '../../../src/platform/secrets/create-secrets.ts'
import { createKeySlots } from '../../../src/platform/secrets/key-slots.ts'
import { createFakeKeychain } from '../../fakes/fake-keychain.ts'
import { say } from './own-host.ts'

const [, , dir = ''] = process.argv
const fake = createFakeKeychain()
fake.goAway()
const secrets = createSecrets(
  path.join(dir, 'profile'),
  createKeySlots(fake.keychain, path.join(dir, 'config', 'secrets.key')),
)
for (let count = 1; ; count += 1) {
  const kept = await secrets.set('account', 'token', `secret ${count}`)
  if (!kept.ok) throw new Error(kept.error.message)
  say(String(count))
}
