import { randomBytes } from 'node:crypto'
import { type HostFile, readHostFile } from './host-file.ts'
import { isHostProof } from './host-proof.ts'
import { postJson } from './post-json.ts'

/** `alive`: a host that proved to know the token of the profile's host file. `stale`: the file of one that is gone. */
export type HostProbe =
  | { readonly state: 'none' }
  | { readonly state: 'stale'; readonly reason: 'dead' | 'unreachable' | 'impostor'; readonly file: HostFile }
  | { readonly state: 'alive'; readonly file: HostFile }

/** A host in the middle of a large import may take a moment; a port that never answers must not stop the CLI. */
const ANSWER_WITHIN_MS = 3000

/** Looks for the host of a profile. Only after `alive` may its token be sent. */
export async function probeHost(profileDir: string): Promise<HostProbe> {
  const file = readHostFile(profileDir)
  if (!file) return { state: 'none' }
  if (!isRunning(file.pid)) return { state: 'stale', reason: 'dead', file }

  const nonce = randomBytes(32).toString('base64url')
  let answer: unknown
  try {
    answer = (await postJson(`${file.url}/auth/prove`, { nonce }, { timeoutMs: ANSWER_WITHIN_MS })).body
  } catch (error) {
    // Refused, reset or silent: whatever the system says, no host of ours answers there.
    if (error instanceof Error) return { state: 'stale', reason: 'unreachable', file }
    throw error
  }
  const proof = typeof answer === 'object' && answer !== null && 'proof' in answer ? answer.proof : undefined
  if (typeof proof !== 'string' || !isHostProof(proof, file.token, file.port, nonce)) {
    return { state: 'stale', reason: 'impostor', file }
  }
  return { state: 'alive', file }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives but belongs to another user; the challenge decides.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
