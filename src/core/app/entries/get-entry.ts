import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from './entry-details.ts'

export function getEntry({ ports }: CoreContext, id: string): Result<ContractOutputs['entries']['get'], AppError> {
  const entry = ports.store.read((reader) => reader.get('entry', id))
  return entry === undefined ? err(notFound('entry', id)) : ok({ entry })
}
