import type { ContractInputs } from '../../../shared/contract/contract.ts'
import { MAX_CHUNK_BYTES } from '../../../shared/contract/transfer.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { decodeBase64 } from '../../domain/imports/decode-base64.ts'
import type { CoreContext } from '../core-context.ts'

/** Adds a piece to an upload. The piece's number makes it idempotent, so no command key is remembered. */
export function appendUpload(
  { ports }: CoreContext,
  input: ContractInputs['imports']['append'],
): Result<{ bytes: number }, AppError> {
  const data = decodeBase64(input.data)
  if (data === undefined) {
    const issues = [{ path: 'data', message: 'Not base64' }]
    return err(appError('invalid-input', 'This piece of the file is not base64. Send it again.', { issues }))
  }
  if (data.length > MAX_CHUNK_BYTES) {
    return err(
      appError('too-large', 'This piece is larger than 1 MB. Send smaller ones.', { limitBytes: MAX_CHUNK_BYTES }),
    )
  }
  const size = ports.uploads.append(input.uploadId, input.fileName, input.index, data)
  return size.ok ? ok({ bytes: size.value }) : size
}
