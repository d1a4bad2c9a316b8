import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { err, ok } from '../../../shared/result.ts'
import type { StoreWriter } from '../../ports/store.ts'
import { notFound } from '../entries/entry-details.ts'
import { countWords } from '../entries/entry-label.ts'
import type { Command } from '../run-command.ts'
import { withoutHash } from './list-imports.ts'

/** Takes a batch out again whenever it was: its entries, and the names it brought that nothing else uses by now. */
export const undoImport: Command<ContractInputs['imports']['undo'], ContractOutputs['imports']['undo']> = {
  name: 'imports.undo',
  label: ({ batch, removed }) => `Take out ${countWords(removed, 'entry', 'entries')} of ${batch.fileName}`,
  run(writer, { batchId }) {
    const before = writer.get('importBatch', batchId)
    if (before === undefined) return err(notFound('importBatch', batchId))
    const ids = writer.entryIdsOfBatch(batchId)
    for (const id of ids) writer.remove('entry', id)
    removeUnused(writer, batchId)
    const batch = { ...before, undone: true }
    if (!before.undone) writer.put('importBatch', batch)
    return ok({ batch: withoutHash(batch), removed: ids.length })
  },
}

/** Children before parents, so that a project whose last activity went counts as unused. */
function removeUnused(writer: StoreWriter, batchId: string): void {
  const created = writer.createdWithBatch(batchId)
  for (const kind of ['template', 'activity', 'workItem', 'tag', 'project', 'client'] as const) {
    for (const thing of created) {
      if (thing.kind === kind && writer.usage(kind, thing.id) === 0) writer.remove(kind, thing.id)
    }
  }
}
