import { useRef, useState } from 'react'
import type { ImportPreview } from '../../../shared/contract/transfer.ts'
import { type Refusal, refusalOf } from '../../client/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { missingInWords } from './column-fields.ts'
import { ColumnMapping } from './column-mapping.tsx'
import { ImportOptionsRow } from './import-options-row.tsx'
import { formatWords, importFormats } from './import-words.ts'
import { PreviewCounts } from './preview-counts.tsx'
import { PreviewProblems } from './preview-problems.tsx'
import { PreviewSample } from './preview-sample.tsx'
import type { ImportStep, ImportSteps, Uploaded } from './use-import.ts'
import { usePreview } from './use-preview.ts'

type Step = Extract<ImportStep, { step: 'preview' | 'import' }>

/** What the file holds and how it is read; everything can be corrected before anything is added. */
export function ImportPreviewStep({ step, steps }: { step: Step; steps: ImportSteps }) {
  const { upload } = step
  const isImporting = step.step === 'import'
  const query = usePreview(upload, !isImporting)
  const [mappingOpen, setMappingOpen] = useState(false)
  const refusal = useSteadyRefusal(
    step.step === 'preview' && step.problem !== null ? step.problem : refusalIn(query.error),
    query.isFetching,
  )
  const preview = query.error === null ? (query.data ?? (isImporting ? step.preview : undefined)) : undefined
  const isReading = query.isFetching && (preview === undefined || query.isPlaceholderData)

  return (
    <section aria-label="Preview" className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="min-w-0 grow basis-60 truncate text-lg font-semibold" title={upload.chosen.name}>
          {upload.chosen.name}
        </h2>
        {isReading && <Spinner label="Reading the file" />}
        <Select
          aria-label="Format"
          value={upload.format}
          disabled={isImporting}
          onChange={(event) => {
            const format = importFormats.find((name) => name === event.target.value)
            if (format !== undefined) steps.setFormat(upload, format)
          }}
          className="w-44!"
        >
          {importFormats.map((format) => (
            <option key={format} value={format}>
              {formatWords[format].label}
            </option>
          ))}
        </Select>
        <Button disabled={isImporting} onClick={steps.startOver}>
          Choose another file
        </Button>
      </header>
      {refusal !== null && (
        <PreviewRefusal
          refusal={refusal}
          isRecognised={upload.isRecognised}
          onAgain={() => void steps.choose(upload.chosen, upload.format)}
        />
      )}
      <HowToRead
        upload={upload}
        preview={preview}
        refusal={refusal}
        disabled={isImporting}
        mappingOpen={mappingOpen}
        onMappingOpen={setMappingOpen}
        steps={steps}
      />
      {preview === undefined && refusal === null && (
        <p role="status" className="animate-late py-6 text-center text-ink-muted">
          Reading the file. Nothing is changed yet.
        </p>
      )}
      {preview !== undefined && (
        <>
          <PreviewCounts
            preview={preview}
            isImporting={isImporting}
            isReading={isReading}
            onImport={(skipFailed) => void steps.doImport(upload, preview, skipFailed)}
          />
          <PreviewProblems preview={preview} />
          <PreviewSample preview={preview} />
        </>
      )}
    </section>
  )
}

function HowToRead({
  upload,
  preview,
  refusal,
  disabled,
  mappingOpen,
  onMappingOpen,
  steps,
}: {
  upload: Uploaded
  preview: ImportPreview | undefined
  refusal: Refusal | null
  disabled: boolean
  mappingOpen: boolean
  onMappingOpen: (isOpen: boolean) => void
  steps: ImportSteps
}) {
  const missing = refusal?.code === 'mapping-needed' ? refusal.data : null
  const asksOrder = missing?.missing.includes('dateOrder') ?? false
  if (upload.format === 'stint-json') return null
  if (preview === undefined && missing === null) return null
  const columns = preview?.columns ?? missing?.columns ?? []
  return (
    <div className="flex flex-col gap-4">
      <ImportOptionsRow
        format={upload.format}
        found={preview?.options ?? {}}
        decided={upload.options}
        asksOrder={asksOrder}
        disabled={disabled}
        onChange={(change) => steps.setOptions(upload, change)}
      />
      {upload.format === 'csv' && columns.length > 0 && (
        <ColumnMapping
          columns={columns}
          found={preview?.options.columns ?? null}
          decided={upload.options.columns ?? {}}
          isNeeded={missing !== null && !asksOrder}
          isOpen={mappingOpen}
          disabled={disabled}
          onOpen={onMappingOpen}
          onChange={(next) => steps.setOptions(upload, { columns: next })}
        />
      )}
    </div>
  )
}

function PreviewRefusal({
  refusal,
  isRecognised,
  onAgain,
}: {
  refusal: Refusal
  isRecognised: boolean
  onAgain: () => void
}) {
  const needed = refusal.code === 'mapping-needed' ? refusal.data.missing : []
  const canRepeat =
    refusal.code === 'unknown-upload' || refusal.code === 'connection-lost' || refusal.code === 'internal'
  const isInformation = refusal.code === 'mapping-needed' || refusal.code === 'nothing-to-import'
  return (
    <Notice
      tone={isInformation ? 'info' : 'danger'}
      actions={
        canRepeat ? (
          <Button size="sm" onClick={onAgain}>
            Send it again
          </Button>
        ) : undefined
      }
    >
      {!isRecognised && needed.length > 0 && 'This does not look like an export that Stint knows. '}
      {refusal.code === 'unreadable-file' && refusal.data.line !== null && `Line ${refusal.data.line}: `}
      {needed.length === 0 || needed.includes('dateOrder')
        ? refusal.message
        : `Stint could not find ${missingInWords(needed)}. Say below which column holds it.`}
    </Notice>
  )
}

function refusalIn(error: Error | null): Refusal | null {
  return error === null ? null : refusalOf(error)
}

/** While a corrected question is being asked, what was asked before stays: nothing jumps away from under the hand. */
function useSteadyRefusal(refusal: Refusal | null, isFetching: boolean): Refusal | null {
  const last = useRef<Refusal | null>(null)
  if (refusal !== null || !isFetching) last.current = refusal
  return last.current
}
