const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const NOT_A_DIGIT = 255
const VALUES = new Uint8Array(128).fill(NOT_A_DIGIT)
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value

/** Bytes of padded base64 (RFC 4648 §4); undefined where the text is not that. Core knows no platform that could do it. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const digits = text.length - padding
  let buffer = 0
  let bits = 0
  let size = 0
  for (let at = 0; at < digits; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? NOT_A_DIGIT
    if (value === NOT_A_DIGIT) return undefined
    buffer = ((buffer << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[size] = (buffer >> bits) & 0xff
      size += 1
    }
  }
  return bytes
}
