import type { UpdateKey } from './update-keys.ts'
import { compareVersions, type UpdateRefusal, verifyManifest } from './verify-manifest.ts'

export type UpdateState =
  | { kind: 'off'; because: 'no-keys' | 'not-asked-for' }
  | { kind: 'current' }
  /** To be told, with where to find it. Stint itself fetches and installs nothing. */
  | { kind: 'newer'; version: string }
  | { kind: 'refused'; because: UpdateRefusal }

export interface UpdateCheck {
  keys: readonly UpdateKey[]
  /** The person has asked for it: Stint makes no connection of its own accord. */
  optedIn: boolean
  version: string
  /** The newest version heard of before, where any was. */
  newestSeen: string | null
  nowMs: number
  /** The only network traffic there is; called when everything above allows it. */
  fetchManifest(): Promise<string>
}

/** Asks whether there is a newer version. What `fetchManifest` throws goes through: there was no answer. */
export async function checkUpdates(check: UpdateCheck): Promise<UpdateState> {
  const { keys, version, newestSeen } = check
  if (keys.length === 0) return { kind: 'off', because: 'no-keys' }
  if (!check.optedIn) return { kind: 'off', because: 'not-asked-for' }
  const newestKnown = newestSeen !== null && compareVersions(newestSeen, version) > 0 ? newestSeen : version
  const told = verifyManifest(await check.fetchManifest(), { keys, newestKnown, nowMs: check.nowMs })
  if (!told.ok) return { kind: 'refused', because: told.error }
  return compareVersions(told.value, version) > 0 ? { kind: 'newer', version: told.value } : { kind: 'current' }
}
