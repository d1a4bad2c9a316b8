import { appError } from '../../../shared/errors.ts'
import type { CoreContext } from '../core-context.ts'
import { toWire } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** Imports and exports. */
export function createTransferRoutes(os: ContractImplementer, { ports }: CoreContext) {
  const later = () => {
    throw toWire(appError('internal', 'not wired yet', { ref: ports.ids.next() }))
  }
  return {
    imports: {
      begin: os.imports.begin.handler(later),
      append: os.imports.append.handler(later),
      preview: os.imports.preview.handler(later),
      run: os.imports.run.handler(later),
      list: os.imports.list.handler(later),
      undo: os.imports.undo.handler(later),
    },
    exports: { stream: os.exports.stream.handler(later) },
  }
}
