import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { bytesInWords } from './import-words.ts'

/** A file on its way to the host. */
export function UploadProgress({
  name,
  sentBytes,
  totalBytes,
  onCancel,
}: {
  name: string
  sentBytes: number
  totalBytes: number
  onCancel: () => void
}) {
  return (
    <section aria-label="Upload" className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5">
      <div className="flex items-center gap-4">
        <h2 className="min-w-0 grow truncate font-medium">Reading {name}</h2>
        <span className="tabular shrink-0 text-sm text-ink-muted">
          {bytesInWords(sentBytes)} of {bytesInWords(totalBytes)}
        </span>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <ProgressBar label={`Reading ${name}`} value={totalBytes === 0 ? 0 : sentBytes / totalBytes} />
      <p className="text-sm text-ink-faint">Nothing is changed yet.</p>
    </section>
  )
}
