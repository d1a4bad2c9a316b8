import { createHash } from 'node:crypto'

/** An answer that may be given again when the server says that it still holds. */
export interface TaggedAnswer {
  readonly tag: string
  readonly status: number
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
}

export interface TagStore {
  get(key: string): TaggedAnswer | undefined
  put(key: string, answer: TaggedAnswer): void
  drop(key: string): void
}

/** Who asked for what: another credential or another format may get another answer under the same address. */
export function tagKey(accountId: string, url: URL, headers: Readonly<Record<string, string>>): string {
  const sent = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return createHash('sha256')
    .update(JSON.stringify([accountId, url.href, sent.sort()]))
    .digest('base64url')
}

/** In memory; what was used longest ago goes first when `maxBytes` of bodies are exceeded. */
export function createTagStore(maxBytes: number): TagStore {
  // A Map remembers the order of insertion: the first key is the one unused for longest.
  const answers = new Map<string, TaggedAnswer>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= answers.get(key)?.body.length ?? 0
    answers.delete(key)
  }
  return {
    get(key) {
      const answer = answers.get(key)
      if (answer === undefined) return undefined
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    put(key, answer) {
      drop(key)
      if (answer.body.length > maxBytes) return
      answers.set(key, answer)
      bytes += answer.body.length
      for (const oldest of answers.keys()) {
        if (bytes <= maxBytes) return
        drop(oldest)
      }
    },
    drop,
  }
}
