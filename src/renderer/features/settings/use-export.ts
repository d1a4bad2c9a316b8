import { useCallback, useEffect, useRef, useState } from 'react'
import type { ContractInputs } from '../../../shared/contract/contract.ts'
import { useClient } from '../../client/client-context.ts'
import { refusalOf } from '../../client/refusal.ts'
import { showDone } from '../../ui/toast.tsx'

export interface ExportRun {
  /** Entries written of all; null when nothing runs. */
  readonly progress: { readonly done: number; readonly entries: number } | null
  /** Why the last one failed. */
  readonly problem: string | null
  readonly start: (input: ContractInputs['exports']['stream']) => Promise<void>
  readonly cancel: () => void
  readonly dismiss: () => void
}

/** Gathers an export piece by piece and hands it to the browser as a download. Leaving the page cancels it. */
export function useExport(): ExportRun {
  const client = useClient()
  const [progress, setProgress] = useState<ExportRun['progress']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const start = useCallback<ExportRun['start']>(
    async (input) => {
      stop.current?.abort()
      const current = new AbortController()
      stop.current = current
      setProblem(null)
      setProgress({ done: 0, entries: 0 })
      try {
        const pieces: string[] = []
        let head = { fileName: 'stint', mime: 'text/plain', entries: 0 }
        for await (const event of await client.exports.stream(input, { signal: current.signal })) {
          if (event.type === 'head') head = event
          else pieces.push(event.text)
          setProgress({ done: event.type === 'head' ? 0 : event.done, entries: head.entries })
        }
        if (current.signal.aborted) return
        download(new Blob(pieces, { type: head.mime }), head.fileName)
        showDone(`Exported ${head.entries === 1 ? '1 entry' : `${head.entries} entries`} to ${head.fileName}`)
      } catch (error) {
        if (current.signal.aborted) return
        const { code, message } = refusalOf(error)
        setProblem(code === 'connection-lost' ? 'Stint is not answering. No file was saved; try again later.' : message)
      } finally {
        if (stop.current === current) setProgress(null)
      }
    },
    [client],
  )
  return {
    progress,
    problem,
    start,
    cancel: () => {
      stop.current?.abort()
      setProgress(null)
    },
    dismiss: () => setProblem(null),
  }
}

function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken hold of the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
