// node ask-keychain.ts: keeps, asks for and deletes a password in this session's keychain; says what came of it as JSON.
import { askKeychain, createKeychain } from '../../../src/platform/secrets/keychain.ts'
import { say } from './own-host.ts'

const keychain = createKeychain()
const [service, account] = ['Stint test', `test-${process.pid}`]
const ask = async (question: () => Promise<unknown>) => {
  const asked = await askKeychain(question)
  return asked.ok ? asked.value : asked.error
}
const get = () => keychain.getPassword(service, account)
const set = (password: string) => () => keychain.setPassword(service, account, password)
const answers = []
for (const question of [get, set('first å'), set('second'), get, () => keychain.deletePassword(service, account), get])
  answers.push((await ask(question)) ?? null)
say(JSON.stringify(answers))
