import { app } from 'electron'
import { type DesktopArguments, parseArguments } from './parse-arguments.ts'

export interface Opened {
  /** Hears each link and file that the system hands over; what came before is told at once. */
  listen(hear: (asked: DesktopArguments) => void): void
}

/** macOS does not pass links and files as arguments but tells of them, as early as before Electron is ready. */
export function collectOpened(): Opened {
  const early: DesktopArguments[] = []
  let hear = (asked: DesktopArguments): void => {
    early.push(asked)
  }
  const take = (event: { preventDefault(): void }, text: string): void => {
    event.preventDefault()
    hear(parseArguments([text], '/'))
  }
  app.on('open-url', (event, link) => take(event, link))
  app.on('open-file', (event, file) => take(event, file))
  return {
    listen(listener) {
      hear = listener
      for (const asked of early.splice(0)) listener(asked)
    },
  }
}
