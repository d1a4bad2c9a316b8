import { X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { ExportRun } from './use-export.ts'

/** How far an export is, or why it stopped; nothing while there is none. */
export function ExportProgress({ run, className }: { run: ExportRun; className?: string }) {
  const { progress, problem } = run
  if (problem !== null) {
    return (
      <Notice
        tone="warn"
        {...(className === undefined ? {} : { className })}
        actions={
          <IconButton label="Dismiss" size="sm" onClick={run.dismiss}>
            <X size={16} />
          </IconButton>
        }
      >
        The export stopped. {problem}
      </Notice>
    )
  }
  if (progress === null) return null
  return (
    <Notice
      {...(className === undefined ? {} : { className })}
      actions={
        <Button size="sm" onClick={run.cancel}>
          Cancel
        </Button>
      }
    >
      <span className="flex flex-wrap items-center gap-3">
        <span className="tabular">
          Exporting, {progress.done} of {progress.entries} entries
        </span>
        <ProgressBar
          label="Export"
          value={progress.entries === 0 ? null : progress.done / progress.entries}
          className="max-w-60 grow"
        />
      </span>
    </Notice>
  )
}
