import { app } from 'electron'
import { createDeferredLog } from '../server/local/deferred-log.ts'
import { chooseProfileDir } from '../server/local/profile-dir.ts'
import { composeDesktop } from './compose-desktop.ts'
import { guardContents } from './guards/guard-contents.ts'
import { tellTrouble } from './host/tell-trouble.ts'
import { takeInstance } from './instance/take-instance.ts'
import { collectOpened } from './links/collect-opened.ts'
import { parseArguments } from './links/parse-arguments.ts'
import { registerAppScheme } from './protocol/app-scheme.ts'
import { tellUnexpected } from './tell-unexpected.ts'

/**
 * Starts the desktop. What must be said before Electron is ready is said here; the rest is put together in
 * `composeDesktop`. Nothing in this process calls Electron before this.
 */
export function startDesktop(): void {
  const { log, attach } = createDeferredLog()
  tellUnexpected(log)
  app.setName('Stint')
  app.enableSandbox()
  registerAppScheme()
  guardContents(log)

  // Unpackaged, the first argument is the folder of the app.
  const message = { args: process.argv.slice(app.isPackaged ? 1 : 2), cwd: process.cwd() }
  const started = parseArguments(message.args, message.cwd)
  const profileDir = chooseProfileDir(started.profile, process.env)
  const instance = takeInstance(profileDir, message, log)
  if (instance === null) {
    process.stdout.write('Stint is running already; it was told.\n')
    app.exit(0)
    return
  }

  const opened = collectOpened()
  app
    .whenReady()
    .then(async () => {
      const trouble = await composeDesktop({ started, profileDir, instance, opened, log, attachLog: attach })
      if (trouble === undefined) return
      await tellTrouble(trouble)
      app.exit(1)
    })
    .catch(async (error: unknown) => {
      log.error({ err: error }, 'Stint did not start')
      const what = error instanceof Error ? error.message : String(error)
      await tellTrouble({
        title: 'Stint did not start',
        text: `${what}\n\nNothing was changed. Please report this; “stint serve” works without the desktop.`,
      })
      app.exit(1)
    })
}
