/** What Node calls a failure to reach a server, in words. Only codes listed here are explained; the code is always told. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at this address.',
  ECONNRESET: 'The connection was cut off.',
  EPIPE: 'The connection was cut off.',
  ETIMEDOUT: 'The connection could not be made in time.',
  ENOTFOUND: 'There is no server of this name, or no network.',
  EAI_AGAIN: 'The name of the server cannot be looked up: there seems to be no network.',
  ENETUNREACH: 'There is no network.',
  EHOSTUNREACH: 'The server cannot be reached from this network.',
  ENETDOWN: 'There is no network.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The server shows a certificate for another name.',
  CERT_HAS_EXPIRED: "The server's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "Nobody vouches for the server's certificate.",
  SELF_SIGNED_CERT_IN_CHAIN: "Nobody on this machine's list vouches for the server's certificate.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "Nobody on this machine's list vouches for the server's certificate.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "Nobody on this machine's list vouches for the server's certificate.",
  HPE_HEADER_OVERFLOW: 'The headers of the answer are larger than any server sends.',
}

/** One sentence; the message of the error itself is never passed on, for it may hold anything. */
export function troubleInWords(error: unknown): string {
  const code = codeOf(error)
  if (code === undefined) return 'The connection failed.'
  const words = WORDS[code] ?? (code.startsWith('HPE_') ? 'The server does not speak HTTP.' : 'The connection failed.')
  return `${words} (${code})`
}

/** The header or address cannot be written as HTTP: a token pasted with its line end, say. */
export function isUnsendable(error: unknown): boolean {
  return /^ERR_(INVALID_CHAR|INVALID_HTTP_TOKEN|HTTP_INVALID_HEADER_VALUE|UNESCAPED_CHARACTERS)$/.test(
    codeOf(error) ?? '',
  )
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(error.code) ? error.code : undefined
}
