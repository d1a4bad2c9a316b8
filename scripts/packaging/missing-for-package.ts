import { existsSync } from 'node:fs'
import path from 'node:path'

/** What packaging lacks on this machine, in one line with what to do; null when it can begin. */
export function missingForPackage(root: string): string | null {
  if (!existsSync(path.join(root, 'out/main/main.js'))) return 'The desktop is not built: "npm run build" first.'
  // The file that Electron's installer writes last.
  if (!existsSync(path.join(root, 'node_modules/electron/path.txt'))) {
    return 'Electron\'s program is not here: "npx install-electron" fetches it (once, about 120 MB).'
  }
  if (!existsSync(path.join(root, 'resources/icons'))) return 'The icons are missing: resources/icons.'
  return null
}
