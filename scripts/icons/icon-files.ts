import { encodePng } from './encode-png.ts'
import { appIcon, COLOURS, idleTray, runningTray } from './mark.ts'
import { ICNS_SIZES, packIcns, packIco } from './pack-icons.ts'

const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Apple's grid leaves about a tenth free on each side. */
const MAC_MARGIN = 3.1

/** What Electron reads from a file's name: the density it is for. */
const DENSITIES = [
  { suffix: '', factor: 1 },
  { suffix: '@1.25x', factor: 1.25 },
  { suffix: '@1.5x', factor: 1.5 },
  { suffix: '@2x', factor: 2 },
]

const TRAYS = [
  // 'Template' at the end of a name is what macOS goes by: only its alpha counts.
  { look: 'Template', points: 22, padding: 0.14, idle: '#000000', running: '#000000', densities: ['', '@2x'] },
  {
    look: '-middle',
    points: 22,
    padding: 0.09,
    idle: COLOURS.middleInk,
    running: COLOURS.middleAccent,
    densities: ['', '@2x'],
  },
  {
    look: '-light',
    points: 16,
    padding: 0,
    idle: COLOURS.ink,
    running: COLOURS.accent,
    densities: ['', '@1.25x', '@1.5x', '@2x'],
  },
  {
    look: '-dark',
    points: 16,
    padding: 0,
    idle: COLOURS.inkOnDark,
    running: COLOURS.accentOnDark,
    densities: ['', '@1.25x', '@1.5x', '@2x'],
  },
]

/** Every picture of the desktop app, by its path in resources/. Only the compressed bytes may differ between machines. */
export function iconFiles(): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const size of APP_SIZES) files.set(`icons/${size}x${size}.png`, encodePng(appIcon(size, 0)))
  files.set('icon.ico', packIco(ICO_SIZES.map((size) => appIcon(size, 0))))
  files.set('icon.icns', packIcns(ICNS_SIZES.map((size) => appIcon(size, MAC_MARGIN))))
  for (const { look, points, padding, idle, running, densities } of TRAYS) {
    for (const { suffix, factor } of DENSITIES.filter((density) => densities.includes(density.suffix))) {
      const size = points * factor
      files.set(`tray/idle${look}${suffix}.png`, encodePng(idleTray(size, padding, idle)))
      files.set(`tray/running${look}${suffix}.png`, encodePng(runningTray(size, padding, running)))
    }
  }
  return files
}
