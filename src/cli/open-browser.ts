import { spawn } from 'node:child_process'
import type { TextOutput } from './output/text-output.ts'

/** Hands an address to the system's browser. Where there is none the printed address is enough. */
export function openBrowser(url: string, notices: TextOutput, platform: NodeJS.Platform = process.platform): void {
  const [program, args] = openerOf(platform, url)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => void notices.write('No browser could be opened; open the address yourself.\n'))
  child.unref()
}

function openerOf(platform: NodeJS.Platform, url: string): [program: string, args: string[]] {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}
