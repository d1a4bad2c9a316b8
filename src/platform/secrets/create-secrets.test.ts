import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFakeKeychain } from '../../../tests/fakes/fake-keychain.ts'
import { tempDir } from '../../../tests/torture/support/temp-dir.ts'
import { createSecrets } from './create-secrets.ts'
import { createKeySlots } from './key-slots.ts'
import { secretsFinding } from './secret-error.ts'

const CANARY = 'canary åäö 🔑 0123456789'

function setUp(root = tempDir(), fake = createFakeKeychain()) {
  const profileDir = path.join(root, 'profile')
  const keyFile = path.join(root, 'config', 'secrets.key')
  const secrets = createSecrets(profileDir, createKeySlots(fake.keychain, keyFile))
  const file = path.join(profileDir, 'secrets.json')
  /** What the next start of Stint would find. */
  const again = () => createSecrets(profileDir, createKeySlots(fake.keychain, keyFile))
  return { root, fake, profileDir, keyFile, file, secrets, again }
}

function bytesUnder(dir: string): Buffer {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dir, name))
  return Buffer.concat(files.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name)))
}

const places = [
  ['with a keychain', true],
  ['without one', false],
] as const

describe.each(places)('a machine %s', (_name, hasKeychain) => {
  function machine() {
    const t = setUp()
    if (!hasKeychain) t.fake.goAway()
    return t
  }

  it('gives a secret back after a restart, by account and field, and null where there is none', async () => {
    const { secrets, again } = machine()
    expect(await secrets.get('a', 'token')).toEqual({ ok: true, value: null })
    await secrets.set('a', 'token', CANARY)
    await secrets.set('a', 'password', 'other')
    await secrets.set('b', 'token', '')
    await secrets.set('a', 'password', 'newer')
    const next = again()
    expect(await next.get('a', 'token')).toEqual({ ok: true, value: CANARY })
    expect(await next.get('a', 'password')).toEqual({ ok: true, value: 'newer' })
    expect(await next.get('b', 'token')).toEqual({ ok: true, value: '' })
    expect(await next.get('b', 'password')).toEqual({ ok: true, value: null })
    await next.remove('a')
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: null })
    expect(await next.status()).toMatchObject({ accounts: ['b'], slot: hasKeychain ? 'keychain' : 'key-file' })
  })

  it('keeps what many ask for at once', async () => {
    const { secrets, again } = machine()
    await Promise.all(Array.from({ length: 20 }, (_, index) => secrets.set(`account-${index}`, 'token', `${index}`)))
    expect((await again().status()).accounts.length).toBe(20)
  })

  it('has neither the secret nor, beside it, the key in any byte of the profile', async () => {
    const { secrets, profileDir, keyFile, fake } = machine()
    await secrets.set('a', 'token', CANARY)
    const bytes = bytesUnder(profileDir)
    const key = hasKeychain ? [...fake.entries.values()].join() : readFileSync(keyFile, 'utf8').trim()
    expect(key.length).toBe(44)
    const forms = [CANARY, 'canary', key].flatMap((text) => [
      Buffer.from(text),
      Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
    ])
    for (const form of [...forms, Buffer.from(key, 'base64')]) expect(bytes.includes(form)).toBe(false)
  })

  it('keeps files for their owner only', { skip: process.platform === 'win32' }, async () => {
    const { secrets, file, profileDir, keyFile } = machine()
    await secrets.set('a', 'token', CANARY)
    for (const one of [file, profileDir, ...(hasKeychain ? [] : [keyFile])]) expect(statSync(one).mode & 0o077).toBe(0)
    expect(existsSync(keyFile)).toBe(!hasKeychain)
  })
})

describe('somebody who changes the file', () => {
  async function changed(change: (secrets: [string, string, string][]) => void) {
    const t = setUp()
    await t.secrets.set('a', 'token', 'one')
    await t.secrets.set('b', 'token', 'two')
    const content = JSON.parse(readFileSync(t.file, 'utf8'))
    change(content.secrets)
    writeFileSync(t.file, JSON.stringify(content))
    return t
  }
  const tampered = { ok: false, error: { code: 'tampered' } }

  it('cannot give one account the secret of another, nor one field that of another', async () => {
    const swapped = await changed((secrets) => {
      const [first, second] = secrets
      if (first === undefined || second === undefined) throw new Error('two were kept')
      ;[first[2], second[2]] = [second[2], first[2]]
    })
    expect(await swapped.again().get('a', 'token')).toMatchObject(tampered)
    const renamed = await changed((secrets) => secrets[0]?.splice(1, 1, 'password'))
    expect(await renamed.again().get('a', 'password')).toMatchObject(tampered)
  })

  it('cannot change a single bit of it unnoticed', async () => {
    const t = await changed(() => undefined)
    const whole = JSON.parse(readFileSync(t.file, 'utf8'))
    const bytes = Buffer.from(whole.secrets[0][2], 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const one = Buffer.from(bytes)
      one.writeUInt8(one.readUInt8(at) ^ 1, at)
      whole.secrets[0][2] = one.toString('base64')
      writeFileSync(t.file, JSON.stringify(whole))
      expect(await t.again().get('a', 'token')).toMatchObject(tampered)
    }
    expect(await t.again().get('b', 'token')).toEqual({ ok: true, value: 'two' })
  })

  it('cannot move it into another profile of the same person', async () => {
    const from = setUp()
    from.fake.goAway()
    await from.secrets.set('a', 'token', 'one')
    // The same key file serves both.
    const to = createSecrets(path.join(from.root, 'other'), createKeySlots(from.fake.keychain, from.keyFile))
    await to.set('a', 'token', 'two')
    const file = path.join(from.root, 'other', 'secrets.json')
    const content = JSON.parse(readFileSync(file, 'utf8'))
    content.secrets = JSON.parse(readFileSync(from.file, 'utf8')).secrets
    writeFileSync(file, JSON.stringify(content))
    expect(await to.get('a', 'token')).toMatchObject(tampered)
  })
})

describe('a file of secrets that is damaged', () => {
  it('is told at whatever byte it was cut, is never overwritten, and can be put aside', async () => {
    const { secrets, file, again } = setUp()
    await secrets.set('a', 'token', CANARY)
    const whole = readFileSync(file)
    for (let bytes = 0; bytes < whole.length - 2; bytes += 17) {
      writeFileSync(file, whole.subarray(0, bytes))
      expect(await again().get('a', 'token')).toMatchObject({ ok: false, error: { code: 'unreadable' } })
      expect(await again().set('b', 'token', 'x')).toMatchObject({ ok: false, error: { code: 'unreadable' } })
      expect(readFileSync(file)).toEqual(whole.subarray(0, bytes))
    }
    const left = readFileSync(file)
    const aside = await secrets.startAnew(5)
    expect(aside.ok && aside.value !== null && readFileSync(aside.value)).toEqual(left)
    expect(await secrets.set('a', 'token', 'new')).toMatchObject({ ok: true })
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: 'new' })
  })

  it('stays as it was when nothing can be written', async () => {
    const { secrets, file, again } = setUp()
    await secrets.set('a', 'token', 'old')
    // In the way of the file that would take its place; rights stop everybody but the superuser, this stops all.
    mkdirSync(`${file}.tmp`)
    expect(await secrets.set('a', 'token', 'new')).toMatchObject({ ok: false, error: { code: 'not-written' } })
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: 'old' })
  })
})

describe('the key', () => {
  it('that is lost is told as such, and what it opened can be removed and put aside', async () => {
    const { secrets, again, fake } = setUp()
    await secrets.set('a', 'token', CANARY)
    fake.entries.clear()
    expect(await again().get('a', 'token')).toMatchObject({ ok: false, error: { code: 'key-lost' } })
    expect(await again().set('a', 'token', 'x')).toMatchObject({ ok: false, error: { code: 'key-lost' } })
    expect(await again().remove('a')).toMatchObject({ ok: true })
    await again().startAnew(5)
    expect(await again().set('a', 'token', 'x')).toMatchObject({ ok: true })
  })

  it('is not put into a file because a keychain is locked: what refuses is asked again', async () => {
    const { secrets, fake, keyFile, file, again } = setUp()
    fake.refuse()
    expect(await secrets.set('a', 'token', 'x')).toMatchObject({ ok: false, error: { code: 'keychain-refused' } })
    expect([existsSync(keyFile), existsSync(file)]).toEqual([false, false])
    fake.comeBack()
    await secrets.set('a', 'token', 'x')
    fake.goAway()
    expect(await again().get('a', 'token')).toMatchObject({ ok: false, error: { code: 'keychain-refused' } })
    expect(await secrets.get('a', 'token')).toEqual({ ok: true, value: 'x' })
    fake.comeBack()
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: 'x' })
  })

  it('moves to a keychain that appeared and back, and only one place has it then', async () => {
    const { secrets, fake, again, keyFile } = setUp()
    fake.goAway()
    await secrets.set('a', 'token', CANARY)
    expect(await secrets.moveTo('keychain')).toMatchObject({ ok: false, error: { code: 'keychain-refused' } })
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: CANARY })
    fake.comeBack()
    expect(await secrets.moveTo('keychain')).toMatchObject({ ok: true })
    rmSync(keyFile)
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: CANARY })
    expect(fake.entries.size).toBe(1)
    expect(await secrets.moveTo('key-file')).toMatchObject({ ok: true })
    expect(fake.entries.size).toBe(0)
    expect(await again().get('a', 'token')).toEqual({ ok: true, value: CANARY })
  })

  it('in a file that others can read is closed to them, and rubbish in its place is told', async () => {
    const { secrets, fake, again, keyFile } = setUp()
    fake.goAway()
    await secrets.set('a', 'token', CANARY)
    if (process.platform !== 'win32') {
      chmodSync(keyFile, 0o644)
      expect(await again().get('a', 'token')).toMatchObject({ ok: true })
      expect(statSync(keyFile).mode & 0o077).toBe(0)
    }
    writeFileSync(keyFile, 'rubbish')
    expect(await again().get('a', 'token')).toMatchObject({ ok: false, error: { code: 'key-lost' } })
    rmSync(keyFile)
    mkdirSync(keyFile)
    expect(await again().get('a', 'token')).toMatchObject({ ok: false, error: { code: 'key-lost' } })
  })

  it('file is made once, however many begin at the same time', async () => {
    const root = tempDir()
    const all = Array.from({ length: 5 }, (_, index) => {
      const fake = createFakeKeychain()
      fake.goAway()
      return createSecrets(
        path.join(root, `p${index}`),
        createKeySlots(fake.keychain, path.join(root, 'c', 'secrets.key')),
      )
    })
    await Promise.all(all.map((one) => one.set('a', 'token', 'x')))
    for (const one of all) expect(await one.get('a', 'token')).toEqual({ ok: true, value: 'x' })
    expect(readdirSync(path.join(root, 'c'))).toEqual(['secrets.key'])
  })
})

describe('doctor', () => {
  it('says plainly where the key is, and what to do when that is a file', async () => {
    const { secrets, fake, again } = setUp()
    expect(secretsFinding(await secrets.status())).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('none'),
    })
    fake.goAway()
    expect(secretsFinding(await secrets.status())).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('key file'),
    })
    await secrets.set('a', 'token', CANARY)
    expect(secretsFinding(await secrets.status())).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining('every program that runs as you can read it'),
      mend: expect.stringContaining('org.freedesktop.secrets'),
    })
    fake.comeBack()
    expect(secretsFinding(await secrets.status()).mend).toContain('There is a keychain now')
    await secrets.moveTo('keychain')
    expect(secretsFinding(await secrets.status())).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('keychain'),
    })
    fake.refuse()
    expect(secretsFinding(await again().status())).toMatchObject({
      status: 'fail',
      mend: expect.stringContaining('Unlock'),
    })
  })
})
