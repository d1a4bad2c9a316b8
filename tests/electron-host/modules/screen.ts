import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { needsStart } from './app-life.ts'
import { HostEvent } from './host-event.ts'

export interface ScreenArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const PANEL = 40

function makeDisplay(id: number, bounds: ScreenArea): Electron.Display {
  const workArea = { ...bounds, y: bounds.y + PANEL, height: bounds.height - PANEL }
  // What a display has beyond its place is nothing that windows are placed by.
  return {
    id,
    bounds,
    workArea,
    workAreaSize: workArea,
    size: bounds,
    scaleFactor: 1,
    rotation: 0,
  } as unknown as Electron.Display
}

let displays = readDisplays(process.env['STINT_TEST_HOST_DISPLAYS'])

/** `0,0,1920x1080 1920,0,1280x1024`; one display of a common size unless told otherwise. */
function readDisplays(text = '0,0,1920x1080'): Electron.Display[] {
  return text.split(' ').map((one, index) => {
    const [x = 0, y = 0, width = 0, height = 0] = one.split(/[,x]/).map(Number)
    return makeDisplay(index + 1, { x, y, width, height })
  })
}

const overlap = (a: ScreenArea, b: ScreenArea) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

class HostScreen
  extends EventEmitter
  implements
    Pick<
      Electron.Screen,
      'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'
    >
{
  getAllDisplays(): Electron.Display[] {
    needsStart('screen')
    return displays
  }

  getPrimaryDisplay(): Electron.Display {
    const [first] = this.getAllDisplays()
    if (first === undefined) throw new Error('There is no display')
    return first
  }

  getDisplayMatching(area: ScreenArea): Electron.Display {
    const [best] = [...this.getAllDisplays()].sort((a, b) => overlap(b.bounds, area) - overlap(a.bounds, area))
    return best !== undefined && overlap(best.bounds, area) > 0 ? best : this.getPrimaryDisplay()
  }

  getDisplayNearestPoint({ x, y }: Electron.Point): Electron.Display {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }

  getCursorScreenPoint(): Electron.Point {
    const { bounds } = this.getPrimaryDisplay()
    return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
  }
}

export const screen = new HostScreen()

export const screenControls = {
  /** The displays are these from now on, as when a cable is pulled or put in. */
  setDisplays(text: string) {
    const before = displays
    displays = readDisplays(text)
    for (const gone of before.slice(displays.length)) screen.emit('display-removed', new HostEvent(), gone)
    for (const added of displays.slice(before.length)) screen.emit('display-added', new HostEvent(), added)
    for (const [index, display] of displays.entries()) {
      const old = before[index]
      if (old === undefined || JSON.stringify(old.bounds) === JSON.stringify(display.bounds)) continue
      screen.emit('display-metrics-changed', new HostEvent(), display, ['bounds', 'workArea'])
    }
  },
}
