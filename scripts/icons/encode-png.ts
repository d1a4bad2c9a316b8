import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './canvas.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** 8-bit RGBA, each row predicted from the one above: flat areas become zeros. */
export function encodePng({ size, rgba }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(size * (size * 4 + 1))
  const width = size * 4
  for (let row = 0; row < size; row += 1) {
    const at = row * (width + 1)
    rows[at] = 2
    for (let column = 0; column < width; column += 1) {
      const above = row === 0 ? 0 : (rgba[(row - 1) * width + column] ?? 0)
      rows[at + 1 + column] = ((rgba[row * width + column] ?? 0) - above) & 255
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
