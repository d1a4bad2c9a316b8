import type { ImportBatch } from '../../../shared/contract/transfer.ts'
import type { CoreContext } from '../core-context.ts'

/** Imports of this profile, newest first, those taken out again too. */
export function listImports({ ports }: CoreContext): { batches: ImportBatch[] } {
  return ports.store.read((reader) => ({ batches: reader.all('importBatch').map(withoutHash) }))
}

/** A batch as the contract shows it. */
export function withoutHash({ hash: _hash, ...batch }: ImportBatch & { readonly hash: string }): ImportBatch {
  return batch
}
