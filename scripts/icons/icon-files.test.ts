import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { iconFiles } from './icon-files.ts'

const resources = path.join(import.meta.dirname, '../../resources')
const drawn = iconFiles()

/** Two builds of zlib may press the same pixels into other bytes, so what is pressed is compared unpressed. */
function pixelsOf(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/IDAT[\s\S]*?IEND/g, (data) => inflateSync(Buffer.from(data.slice(4, -12), 'latin1')).toString('latin1'))
}

/** What differs with the length of pressed pixels: an .ico's offsets and an .icns's and a PNG's lengths. */
function withoutLengths(name: string, bytes: Buffer): string {
  const pixels = pixelsOf(bytes)
  if (name.endsWith('.png')) return pixels.slice(0, 33) + pixels.slice(37)
  return pixels
    .split('\x89PNG')
    .map((part) => part.slice(34, -16))
    .join('PNG')
}

describe('icons', () => {
  it('in resources/ are what the script draws: run "node scripts/draw-icons.ts" after a change', () => {
    for (const [name, bytes] of drawn) {
      const file = path.join(resources, name)
      expect(existsSync(file), `${name} is there`).toBe(true)
      const isSame = withoutLengths(name, readFileSync(file)) === withoutLengths(name, bytes)
      expect(isSame, `${name} is as drawn`).toBe(true)
    }
  })

  it('are all there is in resources/', () => {
    const found = readdirSync(resources, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(png|ico|icns)$/.test(entry.name))
      .map((entry) => path.relative(resources, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    expect(found.sort()).toEqual([...drawn.keys()].sort())
  })

  it('for macOS are black: only their alpha counts there', () => {
    for (const [name, bytes] of drawn) {
      if (!name.includes('Template')) continue
      const size = bytes.readUInt32BE(16)
      const at = bytes.indexOf('IDAT')
      const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
      const coloured = rows.filter((_value, index) => {
        const column = (index % (size * 4 + 1)) - 1
        return column >= 0 && column % 4 !== 3
      })
      expect(
        coloured.every((value) => value === 0),
        name,
      ).toBe(true)
    }
  })
})
