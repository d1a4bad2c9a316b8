import { Link } from 'wouter'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { countInWords } from './import-words.ts'
import type { ImportStep } from './use-import.ts'
import { useImports, useTakeOut } from './use-imports.ts'

/** What an import did, and the way back. */
export function ImportDone({
  step,
  onAnother,
}: {
  step: Extract<ImportStep, { step: 'done' }>
  onAnother: () => void
}) {
  const takeOut = useTakeOut()
  const { failed, preview } = step
  // By now it may have been taken out, here, in the list below or with Ctrl+Z.
  const batch = useImports().data?.batches.find(({ id }) => id === step.batch.id) ?? step.batch
  const isGone = batch.undone
  const leftOut = [
    preview.alreadyThere > 0 && `${preview.alreadyThere.toLocaleString('en')} that were here already`,
    preview.repeatedInFile > 0 && `${preview.repeatedInFile.toLocaleString('en')} repeated in the file`,
    failed > 0 && `${failed.toLocaleString('en')} that could not be read`,
  ].filter((text) => text !== false)
  return (
    <section aria-label="Result" className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <Notice tone={isGone ? 'info' : 'ok'} className="text-base">
        {isGone
          ? `${batch.fileName} was taken out again.`
          : `Imported ${countInWords(batch.added, 'entry', 'entries')} from ${batch.fileName}, ${formatDurationProse(preview.totalMs)}.`}
      </Notice>
      {!isGone && leftOut.length > 0 && <p className="text-ink-muted">Left out: {leftOut.join(', ')}.</p>}
      <div className="flex flex-wrap gap-2">
        {!isGone && preview.firstDay !== null && preview.lastDay !== null && (
          <Link
            href={`/search?range=days&from=${preview.firstDay}&to=${preview.lastDay}`}
            className={buttonClass('primary')}
          >
            Show them
          </Link>
        )}
        {!isGone && <Button onClick={() => void takeOut(batch)}>Undo</Button>}
        <Button onClick={onAnother}>Import something else</Button>
      </div>
    </section>
  )
}
