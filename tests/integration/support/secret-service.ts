import { createCipheriv, createDecipheriv, createDiffieHellmanGroup, hkdfSync, randomBytes } from 'node:crypto'
import { type Message, Variant } from '@jellybrick/dbus-next'

const ROOT = '/org/freedesktop/secrets'
const COLLECTION = `${ROOT}/collection/login`
const SESSION = `${ROOT}/session/1`
const NO_PROMPT = '/'
const DH = 'dh-ietf1024-sha256-aes128-cbc-pkcs7'

interface Item {
  readonly attributes: Record<string, string>
  secret: Buffer
}

/**
 * The part of a Linux keychain (freedesktop.org, Secret Service API) that keeps and gives secrets, with the encrypted
 * session of that standard. `items` is what it keeps; `asked` what it was called with, `sessions` how the
 * way to it was to be encrypted.
 */
export function createSecretService() {
  const items = new Map<string, Item>()
  const asked: string[] = []
  const sessions: string[] = []
  let key: Buffer | undefined
  let count = 0

  const matching = (wanted: Record<string, string>) =>
    [...items]
      .filter(([, { attributes }]) => Object.entries(wanted).every(([name, value]) => attributes[name] === value))
      .map(([path]) => path)

  function openSession(algorithm: string, input: Variant): readonly [string, unknown[]] | undefined {
    sessions.push(algorithm)
    if (algorithm === 'plain') {
      key = undefined
      return ['vo', [new Variant('s', ''), SESSION]]
    }
    if (algorithm !== DH) return undefined
    const group = createDiffieHellmanGroup('modp2')
    const mine = group.generateKeys()
    const shared = group.computeSecret(Buffer.from(as<Uint8Array>(input.value)))
    const whole = Buffer.concat([Buffer.alloc(128 - shared.length), shared])
    key = Buffer.from(hkdfSync('sha256', whole, Buffer.alloc(0), Buffer.alloc(0), 16))
    return ['vo', [new Variant('ay', mine), SESSION]]
  }

  function opened([, parameters, value]: [string, Buffer, Buffer, string]): Buffer {
    if (key === undefined) return Buffer.from(value)
    const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(parameters))
    return Buffer.concat([decipher.update(Buffer.from(value)), decipher.final()])
  }

  function closed(secret: Buffer): [string, Buffer, Buffer, string] {
    if (key === undefined) return [SESSION, Buffer.alloc(0), secret, 'text/plain']
    const nonce = randomBytes(16)
    const cipher = createCipheriv('aes-128-cbc', key, nonce)
    return [SESSION, nonce, Buffer.concat([cipher.update(secret), cipher.final()]), 'text/plain']
  }

  function answer({ path = '', interface: iface, member, body }: Message): readonly [string, unknown[]] | undefined {
    asked.push(`${iface}.${member}`)
    const item = items.get(path)
    switch (`${iface}.${member}`) {
      case 'org.freedesktop.Secret.Service.OpenSession':
        return openSession(as(body[0]), as(body[1]))
      case 'org.freedesktop.Secret.Service.ReadAlias':
        return ['o', [COLLECTION]]
      case 'org.freedesktop.Secret.Service.SearchItems':
        return ['aoao', [matching(as(body[0])), []]]
      case 'org.freedesktop.Secret.Collection.SearchItems':
        return ['ao', [matching(as(body[0]))]]
      case 'org.freedesktop.Secret.Service.Unlock':
        return ['aoo', [body[0], NO_PROMPT]]
      case 'org.freedesktop.Secret.Collection.CreateItem': {
        const { attributes } = propertiesOf(as(body[0]))
        const there = body[2] === true ? matching(attributes)[0] : undefined
        count += 1
        const at = there ?? `${COLLECTION}/${count}`
        items.set(at, { attributes, secret: opened(as(body[1])) })
        return ['oo', [at, NO_PROMPT]]
      }
      case 'org.freedesktop.Secret.Item.GetSecret':
        return item === undefined ? undefined : ['(oayays)', [closed(item.secret)]]
      case 'org.freedesktop.Secret.Item.SetSecret':
        if (item !== undefined) item.secret = opened(as(body[0]))
        return ['', []]
      case 'org.freedesktop.Secret.Item.Delete':
        items.delete(path)
        return ['o', [NO_PROMPT]]
      case 'org.freedesktop.DBus.Properties.Get':
        if (body[1] === 'Locked') return ['v', [new Variant('b', false)]]
        if (body[1] === 'Collections') return ['v', [new Variant('ao', [COLLECTION])]]
        if (body[1] === 'Attributes') return ['v', [new Variant('a{ss}', item?.attributes ?? {})]]
        return ['v', [new Variant('s', 'Login')]]
      default:
        return undefined
    }
  }

  return { answer, items, asked, sessions }
}

function propertiesOf(properties: Record<string, Variant>): { readonly attributes: Record<string, string> } {
  return { attributes: as(properties['org.freedesktop.Secret.Item.Attributes']?.value) }
}

/** Arguments have the types of the standard: a keychain's client that breaks it is what fails the test. */
function as<T>(argument: unknown): T {
  return argument as T
}
