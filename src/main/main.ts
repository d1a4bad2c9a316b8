import { startDesktop } from './start-desktop.ts'

// Not awaited: Electron becomes ready only when this module has been read to its end.
startDesktop()
