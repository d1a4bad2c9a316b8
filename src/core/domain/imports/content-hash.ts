/**
 * 96 bits over the UTF-16 units of a text, as 21 letters and digits. Not cryptographic: it tells rows of a person's own
 * files apart, where the chance that two of a million differ and still agree is below 1 in 10^16. Core may not use a
 * platform's crypto, and a key stored per entry should be short.
 */
export function contentHash(text: string): string {
  let a = 0x6a09e667
  let b = 0xbb67ae85 | 0
  let c = 0x3c6ef372
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Each lane takes the unit in through its own odd multiplier and is stirred by its neighbour, so lanes never agree.
    a = Math.imul(a ^ unit, 0x9e3779b1) ^ (b >>> 15)
    b = Math.imul(b ^ unit, 0x85ebca77) ^ (c >>> 13)
    c = Math.imul(c ^ unit, 0xc2b2ae3d) ^ (a >>> 16)
  }
  a = finish(a ^ text.length)
  b = finish(b ^ a)
  c = finish(c ^ b)
  return lane(a) + lane(b) + lane(c)
}

/** Lets every input bit reach every output bit (xor-shift and multiply, twice). */
function finish(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}

function lane(value: number): string {
  return (value >>> 0).toString(36).padStart(7, '0')
}
