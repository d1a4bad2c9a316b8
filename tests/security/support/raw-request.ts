import { connect } from 'node:net'

export interface RawAnswer {
  /** 0: the connection was closed without an answer. */
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Sends bytes exactly as given, so that a test can lie in ways no HTTP client would. Waits until the host closes. */
export function rawRequest(port: number, text: string, host = '127.0.0.1'): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect({ host, port }, () => socket.write(text))
    socket.setEncoding('latin1')
    socket.setTimeout(8000, () => socket.destroy())
    socket.on('data', (chunk: string) => {
      answer += chunk
    })
    // A host may close before it has read all that was sent.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(parse(answer)))
  })
}

/** A request with the headers given, closing after the answer. */
export function httpText(method: string, target: string, headers: readonly string[], body = ''): string {
  return [`${method} ${target} HTTP/1.1`, ...headers, 'Connection: close', '', body].join('\r\n')
}

function parse(answer: string): RawAnswer {
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { status: Number(statusLine.split(' ')[1] ?? 0), headers: new Map(headers), body: rest.join('\r\n\r\n') }
}
