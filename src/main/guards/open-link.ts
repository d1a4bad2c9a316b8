import { shell } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { checkLink, isHostPage } from './check-link.ts'

/** Hands a link to the system's browser, if it is one that Stint knows. Everything else is logged and dropped. */
export function openLink(link: string, log: Log): void {
  const checked = checkLink(link)
  if (checked.ok) open(checked.value, log)
  else log.warn({ reason: checked.error }, 'A link was not opened')
}

/** The page of another Stint on this machine, which has this profile open already. */
export async function openHostPage(address: string): Promise<void> {
  if (isHostPage(address)) await shell.openExternal(address)
}

/** The profile's own folder, in the system's file manager. */
export function openFolder(folder: string, log: Log): void {
  shell.openPath(folder).then(
    (failure) => {
      if (failure !== '') log.warn({ failure }, 'The folder was not opened')
    },
    (error: unknown) => log.warn({ err: error }, 'The folder was not opened'),
  )
}

function open(link: string, log: Log): void {
  shell.openExternal(link).catch((error: unknown) => log.warn({ err: error }, 'The system did not open a link'))
}
