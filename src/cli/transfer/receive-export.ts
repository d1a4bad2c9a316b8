import type { ContractInputs, ContractOutputs } from '../../shared/contract/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, EXIT, refusal } from '../cli-error.ts'
import type { Progress } from './progress.ts'
import { type ExportHead, notWritten, type Sink } from './sink.ts'

/** Passes an export on as it arrives: five years never stand in memory at once. */
export async function receiveExport(
  context: CliContext,
  input: ContractInputs['exports']['stream'],
  sink: Sink,
  progress: Progress,
): Promise<Result<ExportHead, CliError>> {
  const received = await context.ask((client) => passOn(context, client.exports.stream(input), sink, progress))
  await progress.clear()
  if (!received.ok || !received.value.ok) {
    await sink.abandon()
    return received.ok ? received.value : received
  }
  const finished = await sink.finish()
  return finished.ok ? received.value : finished
}

type Pieces = ContractOutputs['exports']['stream']

async function passOn(
  context: CliContext,
  stream: Promise<Pieces>,
  sink: Sink,
  progress: Progress,
): Promise<Result<ExportHead, CliError>> {
  let head: ExportHead | undefined
  for await (const piece of await stream) {
    if (context.interrupted.aborted) return err({ ...refusal('cancelled', 'Stopped.'), exitCode: EXIT.interrupted })
    if (context.out.isClosed() && sink.file === null) break
    if (piece.type === 'head') {
      head = piece
      await sink.begin(piece)
      continue
    }
    try {
      await sink.write(piece.text)
    } catch (error) {
      return err(notWritten(sink.file ?? 'Standard output', error))
    }
    await progress.show('Exporting', piece.done, head?.entries ?? 0)
  }
  return ok(head ?? { fileName: '', mime: '', entries: 0 })
}
