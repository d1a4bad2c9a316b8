import { appError } from '../../../shared/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** The desktop around the host, where there is one. */
export function createDesktopRoutes(os: ContractImplementer, { ports }: CoreContext) {
  return {
    desktop: {
      state: os.desktop.state.handler(() => ({ shell: ports.shell?.state() ?? null })),
      run: os.desktop.run.handler(({ input }) => {
        if (ports.shell === null) {
          return unwrap(err(appError('not-available', 'This needs the desktop app.', { what: input.action })))
        }
        ports.shell.run(input.action)
        return unwrap(ok({}))
      }),
    },
  }
}
