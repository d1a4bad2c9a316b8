import http from 'node:http'

export interface JsonAnswer {
  readonly status: number
  /** undefined: the body was not JSON. */
  readonly body: unknown
}

/** Answers longer than this are not ours. */
const MAX_ANSWER_BYTES = 65_536

/** One small POST to a local host. Rejects with the system's error, or with a TimeoutError after `timeoutMs`. */
export function postJson(
  url: string,
  body: unknown,
  options: { readonly timeoutMs: number; readonly token?: string },
): Promise<JsonAnswer> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body)
    const headers: http.OutgoingHttpHeaders = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    }
    if (options.token !== undefined) headers['authorization'] = `Bearer ${options.token}`
    const signal = AbortSignal.timeout(options.timeoutMs)
    const request = http.request(url, { method: 'POST', headers, agent: false, signal }, (response) => {
      let answer = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        answer += chunk
        if (answer.length > MAX_ANSWER_BYTES) request.destroy(new Error('The answer is too long to be a Stint host.'))
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parse(answer) }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(text)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
