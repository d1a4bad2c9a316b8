import type { CoreContext } from '../core-context.ts'
import { streamExport } from '../exports/stream-export.ts'
import { appendUpload } from '../imports/append-upload.ts'
import { beginUpload } from '../imports/begin-upload.ts'
import { listImports } from '../imports/list-imports.ts'
import { previewImport } from '../imports/preview-import.ts'
import { runImport } from '../imports/run-import.ts'
import { undoImport } from '../imports/undo-import.ts'
import { createOnce } from '../once.ts'
import { runCommand } from '../run-command.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** Imports and exports. */
export function createTransferRoutes(os: ContractImplementer, context: CoreContext) {
  const beginOnce = createOnce<{ uploadId: string }>()
  return {
    imports: {
      begin: os.imports.begin.handler(({ input }) => beginOnce(input.commandKey, async () => beginUpload(context))),
      append: os.imports.append.handler(({ input }) => unwrap(appendUpload(context, input))),
      preview: os.imports.preview.handler(async ({ input }) => unwrap(await previewImport(context, input))),
      run: os.imports.run.handler(async ({ input, context: { actor } }) =>
        unwrap(await runImport(context, input, actor)),
      ),
      list: os.imports.list.handler(() => listImports(context)),
      undo: os.imports.undo.handler(({ input, context: { actor } }) =>
        unwrap(runCommand(context, undoImport, input, actor)),
      ),
    },
    exports: { stream: os.exports.stream.handler(({ input }) => streamExport(context, input)) },
  }
}
