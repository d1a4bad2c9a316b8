import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Connection, connectHttp } from '../../../src/platform/transport/http-client.ts'

/** The contract of whichever host has the profile open. */
export function profileClient(profile: string): Connection['client'] {
  const { url, token } = JSON.parse(readFileSync(path.join(profile, 'host.json'), 'utf8'))
  return connectHttp({ url, token }).client
}
