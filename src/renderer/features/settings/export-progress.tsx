import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { locale } from '../../app/locale.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { describeEntries } from './backup-words.ts'
import type { ExportRun } from './use-export.ts'

/** How far an export is, or why it stopped; nothing while there is none. */
export function ExportProgress({
  run,
  className,
  onFocusLost,
}: {
  run: ExportRun
  className?: string
  /** It went away while it had the focus. */
  onFocusLost?: () => void
}) {
  const { progress, problem } = run
  // React is deaf while it changes the page: the blur of a button that it takes away does not unset this.
  const hasFocus = useRef(false)
  const kind = problem !== null ? 'problem' : progress !== null ? 'progress' : 'none'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of what is shown takes the focus away
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) onFocusLost?.()
    hasFocus.current = false
  }, [kind])
  const watched = {
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: () => {
      hasFocus.current = false
    },
  }
  if (problem !== null) {
    return (
      <Notice
        tone="warn"
        {...(className === undefined ? {} : { className })}
        actions={
          <IconButton label="Dismiss" size="sm" onClick={run.dismiss} {...watched}>
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
        <Button size="sm" onClick={run.cancel} {...watched}>
          Cancel
        </Button>
      }
    >
      <span className="flex flex-wrap items-center gap-3">
        <span className="tabular">
          Exporting, {progress.done.toLocaleString(locale())} of {describeEntries(progress.entries, locale())}
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
