import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportBatch, ImportFormat, ImportOptions, ImportPreview } from '../../../shared/contract/transfer.ts'
import { useConnection } from '../../client/client-context.ts'
import type { Refusal } from '../../client/refusal.ts'
import { runCommand } from '../../client/run-command.ts'
import { useCommand } from '../../client/use-command.ts'
import { type ChosenFiles, MAX_UPLOAD_BYTES } from './chosen-files.ts'
import { filesToSend, guessFormat } from './guess-format.ts'
import { bytesInWords } from './import-words.ts'
import { uploadFiles } from './upload-files.ts'

/** What is on the host by now, and how it is to be read. */
export interface Uploaded {
  readonly chosen: ChosenFiles
  readonly uploadId: string
  readonly format: ImportFormat
  /** False where the file looked like none of the formats and is tried as a table. */
  readonly isRecognised: boolean
  /** What the person decided; the rest is found by the host. */
  readonly options: ImportOptions
}

export type ImportStep =
  | { readonly step: 'choose'; readonly problem: string | null }
  | { readonly step: 'upload'; readonly chosen: ChosenFiles; readonly sentBytes: number; readonly totalBytes: number }
  | { readonly step: 'preview'; readonly upload: Uploaded; readonly problem: Refusal | null }
  | { readonly step: 'import'; readonly upload: Uploaded; readonly preview: ImportPreview }
  | { readonly step: 'done'; readonly batch: ImportBatch; readonly failed: number; readonly preview: ImportPreview }

export type ImportSteps = ReturnType<typeof useImport>

const HEAD_BYTES = 4096

/** The way of an import from a chosen file to its result. Leaving the page stops an upload; the import itself is whole or absent. */
export function useImport() {
  const connection = useConnection()
  const run = useCommand()
  const [step, setStep] = useState<ImportStep>({ step: 'choose', problem: null })
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const choose = useCallback(
    async (chosen: ChosenFiles, asFormat?: ImportFormat): Promise<void> => {
      stop.current?.abort()
      const current = new AbortController()
      stop.current = current
      const fail = (problem: string) => {
        if (!current.signal.aborted) setStep({ step: 'choose', problem })
      }
      const guess = asFormat ?? (await guessed(chosen))
      const format = guess ?? 'csv'
      const files = filesToSend(format, chosen.files)
      const totalBytes = files.reduce((sum, file) => sum + file.size, 0)
      if (totalBytes > MAX_UPLOAD_BYTES) {
        return fail(
          `${chosen.name} holds ${bytesInWords(totalBytes)}; at most ${bytesInWords(MAX_UPLOAD_BYTES)} can be imported at once. Export a shorter period, and import one after the other.`,
        )
      }
      setStep({ step: 'upload', chosen, sentBytes: 0, totalBytes })
      const fileName = chosen.name.slice(-255)
      const begun = await runCommand(connection, (client, commandKey) => client.imports.begin({ commandKey, fileName }))
      if (!begun.ok) return fail(begun.error.message)
      const { uploadId } = begun.value
      const sent = await uploadFiles(files, {
        signal: current.signal,
        send: (piece) =>
          runCommand(connection, (client, commandKey) => client.imports.append({ commandKey, uploadId, ...piece })),
        onProgress: (sentBytes) =>
          !current.signal.aborted && setStep({ step: 'upload', chosen, sentBytes, totalBytes }),
      })
      if (!sent.ok) return fail(sent.error.message)
      if (sent.value)
        setStep({
          step: 'preview',
          upload: { chosen, uploadId, format, isRecognised: guess !== null, options: {} },
          problem: null,
        })
    },
    [connection],
  )

  /** Another format may need other files of the folder, so they are sent anew; the same format keeps its options. */
  function setFormat(upload: Uploaded, format: ImportFormat): void {
    const same =
      filesToSend(format, upload.chosen.files).length === filesToSend(upload.format, upload.chosen.files).length
    if (same)
      setStep({ step: 'preview', upload: { ...upload, format, isRecognised: true, options: {} }, problem: null })
    else void choose(upload.chosen, format)
  }

  function setOptions(upload: Uploaded, change: ImportOptions): void {
    setStep({ step: 'preview', upload: { ...upload, options: { ...upload.options, ...change } }, problem: null })
  }

  async function doImport(upload: Uploaded, preview: ImportPreview, skipFailed: boolean): Promise<void> {
    setStep({ step: 'import', upload, preview })
    const { uploadId, format, options } = upload
    const result = await run((client, commandKey) =>
      client.imports.run({ commandKey, uploadId, format, options, ...(skipFailed ? { skipFailed } : {}) }),
    )
    if (result.ok) setStep({ step: 'done', batch: result.value.batch, failed: result.value.failed, preview })
    else setStep({ step: 'preview', upload, problem: result.error })
  }

  function startOver(): void {
    stop.current?.abort()
    setStep({ step: 'choose', problem: null })
  }

  return {
    step,
    choose,
    setFormat,
    setOptions,
    doImport,
    startOver,
    refuse: (problem: string) => setStep({ step: 'choose', problem }),
  }
}

async function guessed({ files }: ChosenFiles): Promise<ImportFormat | null> {
  const [first] = files
  const head = first === undefined ? '' : new TextDecoder().decode(await first.slice(0, HEAD_BYTES))
  return guessFormat(
    files.map(({ name }) => name),
    head,
  )
}
