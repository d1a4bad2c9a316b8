import { describe, expect, it } from 'vitest'
import { hostProof, isHostProof } from './host-proof.ts'

describe('a proof', () => {
  const proof = hostProof('token', 8080, 'nonce')

  it('holds for its token, port and challenge only', () => {
    expect(isHostProof(proof, 'token', 8080, 'nonce')).toBe(true)
    expect(isHostProof(proof, 'other', 8080, 'nonce')).toBe(false)
    // Passing the question on to the real host on another port gains an impostor nothing.
    expect(isHostProof(proof, 'token', 8081, 'nonce')).toBe(false)
    expect(isHostProof(proof, 'token', 8080, 'other')).toBe(false)
    for (const wrong of ['', proof.slice(1), `${proof}A`])
      expect(isHostProof(wrong, 'token', 8080, 'nonce')).toBe(false)
  })
})
