/** Where the frames of a -wal file end, by sqlite.org/fileformat2.html §4. */
export interface WalFrame {
  readonly endByte: number
  /** The last frame of a transaction. */
  readonly isCommit: boolean
}

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

export function readWalFrames(wal: Buffer): WalFrame[] {
  const pageBytes = wal.readUInt32BE(8)
  const frames: WalFrame[] = []
  for (let at = HEADER_BYTES; at + FRAME_HEADER_BYTES + pageBytes <= wal.length; ) {
    const isCommit = wal.readUInt32BE(at + 4) !== 0
    at += FRAME_HEADER_BYTES + pageBytes
    frames.push({ endByte: at, isCommit })
  }
  return frames
}
