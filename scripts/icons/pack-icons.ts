import type { Picture } from './canvas.ts'
import { encodePng } from './encode-png.ts'

/** From this size on an .ico holds a PNG; below, installers and old shells still want a bitmap. */
const PNG_FROM = 256

/** Windows: one file with a picture per size (256 px at most). */
export function packIco(pictures: readonly Picture[]): Buffer {
  const images = pictures.map((picture) => (picture.size >= PNG_FROM ? encodePng(picture) : bitmap(picture)))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    const size = (pictures[index]?.size ?? 0) & 255
    head.set([size, size, 0, 0, 1, 0, 32, 0], at)
    head.writeUInt32LE(image.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += image.length
  }
  return Buffer.concat([head, ...images])
}

/** BGRA from the bottom up, then the mask of older Windows, which counts for nothing beside an alpha channel. */
function bitmap({ size, rgba }: Picture): Buffer {
  const maskRow = Math.ceil(size / 32) * 4
  const out = Buffer.alloc(40 + size * size * 4 + maskRow * size)
  out.writeUInt32LE(40, 0)
  out.writeInt32LE(size, 4)
  out.writeInt32LE(size * 2, 8)
  out.writeUInt16LE(1, 12)
  out.writeUInt16LE(32, 14)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const [r = 0, g = 0, b = 0, a = 0] = rgba.subarray((row * size + column) * 4)
      out.set([b, g, r, a], 40 + ((size - 1 - row) * size + column) * 4)
    }
  }
  return out
}

/** Sizes in pixels that each name of Apple's stands for; the second of a pair is for screens with double density. */
const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

export const ICNS_SIZES = [...new Set(ICNS_TYPES.map(([, size]) => size))]

/** macOS: PNGs under four-letter names. RangeError where a size of ICNS_SIZES is missing. */
export function packIcns(pictures: readonly Picture[]): Buffer {
  const parts = ICNS_TYPES.map(([type, size]) => {
    const picture = pictures.find((candidate) => candidate.size === size)
    if (picture === undefined) throw new RangeError(`No picture of ${size} px`)
    return part(type, encodePng(picture))
  })
  return part('icns', Buffer.concat(parts))
}

function part(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8, type, 'latin1')
  head.writeUInt32BE(data.length + 8, 4)
  return Buffer.concat([head, data])
}
