import { useEffect, useRef } from 'react'
import { Page } from '../../app/page.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { ImportDone } from './import-done.tsx'
import { ImportPreviewStep } from './import-preview-step.tsx'
import { PastImports } from './past-imports.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { useImport } from './use-import.ts'

/** Brings time from other trackers, and from Stint itself: choose, look, import, and take out again if need be. */
export function ImportPage() {
  const steps = useImport()
  const { step } = steps
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes away the button that led to it
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
  }, [step.step])
  return (
    <Page title="Import">
      <div className="min-h-0 grow overflow-y-auto px-5 pb-10 max-sm:px-3">
        <div className="flex max-w-240 flex-col gap-8">
          <div ref={place} tabIndex={-1} className="outline-none">
            {step.step === 'choose' && (
              <ChooseFiles
                problem={step.problem}
                onChosen={(chosen) => void steps.choose(chosen)}
                onRefused={steps.refuse}
              />
            )}
            {step.step === 'upload' && (
              <UploadProgress
                name={step.chosen.name}
                sentBytes={step.sentBytes}
                totalBytes={step.totalBytes}
                onCancel={steps.startOver}
              />
            )}
            {(step.step === 'preview' || step.step === 'import') && (
              <ImportPreviewStep key={step.upload.uploadId} step={step} steps={steps} />
            )}
            {step.step === 'done' && <ImportDone step={step} onAnother={steps.startOver} />}
          </div>
          <PastImports />
        </div>
      </div>
    </Page>
  )
}
