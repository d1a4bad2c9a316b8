import type { HostFile } from './host-file.ts'
import { postJson } from './post-json.ts'

/**
 * Asks a host that was proven alive for an address with a new one-time code, for a browser of this person.
 * undefined: the host refused (it was replaced in the meantime). Rejects when it cannot be reached.
 */
export async function requestCode(file: HostFile): Promise<string | undefined> {
  const { status, body } = await postJson(`${file.url}/auth/code`, {}, { timeoutMs: 5000, token: file.token })
  if (status !== 200 || typeof body !== 'object' || body === null || !('url' in body)) return undefined
  return typeof body.url === 'string' && body.url.startsWith(`${file.url}/#code=`) ? body.url : undefined
}
