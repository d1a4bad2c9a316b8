import { generateKeyPairSync, sign } from 'node:crypto'

export interface KeyAndCertificate {
  readonly key: string
  readonly cert: string
}

const ECDSA_SHA256 = '06082a8648ce3d040302'
const COMMON_NAME = '0603550403'
const ALT_NAMES = '0603551d11'

/**
 * A fresh key and a certificate for 127.0.0.1 that nobody vouches for, written out in DER (RFC 5280): Node reads
 * certificates but makes none, and none may lie in the repository. Valid from 2020 to 2049.
 */
export function selfSigned(ip: readonly [number, number, number, number] = [127, 0, 0, 1]): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(0x30, Buffer.from(ECDSA_SHA256, 'hex'))
  const commonName = der(0x30, Buffer.from(COMMON_NAME, 'hex'), der(0x0c, Buffer.from('Fake server')))
  const name = der(0x30, der(0x31, commonName))
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  // GeneralName [7] is an IP address.
  const altNames = der(0x30, Buffer.from(ALT_NAMES, 'hex'), der(0x04, der(0x30, der(0x87, Buffer.from(ip)))))
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, altNames)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const certificate = der(0x30, body, algorithm, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  }
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
