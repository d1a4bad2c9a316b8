// Draws resources/: the app's icons and the tray's. Run it after a change in scripts/icons/ and commit what it wrote.
//   node scripts/draw-icons.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { iconFiles } from './icons/icon-files.ts'

const resources = path.join(import.meta.dirname, '../resources')
for (const [name, bytes] of iconFiles()) {
  const file = path.join(resources, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}
console.log(`Drew ${iconFiles().size} files in resources/.`)
