import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { smallPng } from './small-png.ts'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/** An unfiltered RGB picture from a function of its pixels. */
function picture(width: number, height: number, colourAt: (x: number, y: number) => number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.writeUIntBE(colourAt(x, y), y * (width * 3 + 1) + 1 + x * 3, 3)
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

/** The colours of a palette picture, row by row. */
function colours(png: Buffer): number[] {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4))
    at += length + 12
  }
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0)
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  return [...rows].filter((_, n) => n % (width + 1) !== 0).map((index) => palette.readUIntBE(index * 3, 3))
}

it('a picture of few colours stays exactly as it was', () => {
  const colourAt = (x: number, y: number) => (x * 40) << (y % 3 === 0 ? 16 : 8)
  const expected = Array.from({ length: 20 }, (_, n) => colourAt(n % 5, Math.floor(n / 5)))
  expect(colours(smallPng(picture(5, 4, colourAt)))).toEqual(expected)
})

it('a picture of many colours keeps the one dot that is unlike all others', () => {
  const colourAt = (x: number, y: number) => (x === 3 && y === 3 ? 0x00ff00 : ((x * 2) << 16) | ((x + y) << 0))
  const small = colours(smallPng(picture(100, 100, colourAt)))
  expect(small[3 * 100 + 3]).toBe(0x00ff00)
  expect(new Set(small).size).toBeLessThanOrEqual(256)
})

it('anything but a PNG of the kind that browsers make is refused', () => {
  expect(() => smallPng(Buffer.from('GIF89a'))).toThrow('not a PNG')
})
