const REMEMBERED = 200

/**
 * Idempotency for work that leaves no command row (files, not data): the same key gets the answer of its first
 * call for as long as the host lives. What throws is forgotten, so that it can be tried again.
 */
export function createOnce<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (key, work) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = work()
    answers.set(key, answer)
    if (answers.size > REMEMBERED) {
      for (const oldest of answers.keys()) {
        answers.delete(oldest)
        break
      }
    }
    answer.catch(() => answers.delete(key))
    return answer
  }
}
