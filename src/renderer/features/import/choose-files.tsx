import { clsx } from 'clsx'
import { FileUp, FolderUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type ChosenFiles, filesOfChooser, filesOfDrop } from './chosen-files.ts'
import { formatWords, importFormats } from './import-words.ts'

/** Where an import begins: a place to drop files on, two choosers, and what can be brought. */
export function ChooseFiles({
  problem,
  onChosen,
  onRefused,
}: {
  problem: string | null
  onChosen: (chosen: ChosenFiles) => void
  onRefused: (problem: string) => void
}) {
  const [isOver, setIsOver] = useState(false)
  const fileInput = useRef<HTMLInputElement>(null)
  const folderInput = useRef<HTMLInputElement>(null)

  function take(chosen: ChosenFiles | null): void {
    if (chosen === null) onRefused('There was no file in it. Choose the exported file, or the data folder.')
    else onChosen(chosen)
  }
  function onDragOver(event: DragEvent): void {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setIsOver(true)
  }

  return (
    <section
      aria-label="Choose what to import"
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        void filesOfDrop(event.dataTransfer).then(take)
      }}
      className={clsx(
        'rounded-lg border border-dashed px-6 py-8 transition-colors max-sm:px-4',
        isOver ? 'border-accent bg-accent-soft' : 'border-control bg-surface',
      )}
    >
      <div className="flex flex-col items-center gap-3 text-center">
        <h2 className="text-lg font-semibold">Bring the time you have already tracked</h2>
        <p className="max-w-130 text-pretty text-ink-muted">
          Drop a file or a data folder here. You will see what it would add before anything is changed; importing the
          same twice adds nothing, and every import can be taken out again.
        </p>
        <div className="flex flex-wrap justify-center gap-2 pt-1">
          <Button variant="primary" onClick={() => fileInput.current?.click()}>
            <FileUp aria-hidden="true" size={16} />
            Choose files
          </Button>
          <Button onClick={() => folderInput.current?.click()}>
            <FolderUp aria-hidden="true" size={16} />
            Choose a folder
          </Button>
        </div>
        <input
          ref={fileInput}
          type="file"
          multiple
          hidden
          aria-label="Files to import"
          accept=".csv,.tsv,.txt,.json,.data"
          onChange={(event) => {
            const { files } = event.target
            if (files !== null && files.length > 0) take(filesOfChooser(files))
            event.target.value = ''
          }}
        />
        <input
          ref={folderInput}
          type="file"
          hidden
          aria-label="Folder to import"
          // React has no type for it, and every browser has it.
          {...{ webkitdirectory: '' }}
          onChange={(event) => {
            take(filesOfChooser(event.target.files))
            event.target.value = ''
          }}
        />
        {problem !== null && (
          <Notice tone="warn" className="mt-1 max-w-140 text-left">
            {problem}
          </Notice>
        )}
      </div>
      <dl className="mx-auto mt-6 grid max-w-190 grid-cols-2 gap-x-8 gap-y-3 border-t border-line pt-5 max-sm:grid-cols-1">
        {importFormats.map((format) => (
          <div key={format}>
            <dt className="font-medium">{formatWords[format].label}</dt>
            <dd className="text-sm text-pretty text-ink-muted">{formatWords[format].how}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
