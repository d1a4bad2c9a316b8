import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportBatch } from '../../../shared/contract/transfer.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { Moment } from '../settings/moment.tsx'
import { countInWords, formatWords } from './import-words.ts'
import { useImports, useTakeOut } from './use-imports.ts'

/** More are shown when asked for, so many at a time. */
const SHOWN = 50

/** What was imported before; each can be taken out whole. */
export function PastImports() {
  const query = useImports()
  const takeOut = useTakeOut()
  const [shown, setShown] = useState(SHOWN)
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={3} label="Loading past imports" />
    ) : (
      <QueryProblem
        what="The past imports could not be read"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const { batches } = query.data
  if (batches.length === 0) return null
  return (
    <section aria-labelledby="past-imports">
      <h2 id="past-imports" className="pb-1 text-lg font-semibold">
        Past imports
      </h2>
      <ul>
        {batches.slice(0, shown).map((batch) => (
          <PastImport key={batch.id} batch={batch} onTakeOut={() => void takeOut(batch)} />
        ))}
      </ul>
      {batches.length > shown && (
        <Button variant="quiet" className="mt-2" onClick={() => setShown(shown + SHOWN)}>
          Show older ones ({batches.length - shown} more)
        </Button>
      )}
    </section>
  )
}

function PastImport({ batch, onTakeOut }: { batch: ImportBatch; onTakeOut: () => void }) {
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-line py-1">
      <span className="min-w-0 grow">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium" title={batch.fileName}>
            {batch.fileName}
          </span>
          {batch.undone && <Badge>taken out</Badge>}
        </span>
        <span className="block truncate text-sm text-ink-muted">
          {formatWords[batch.format].label}, <Moment ms={batch.importedAtMs} />
        </span>
      </span>
      <span className="tabular shrink-0 text-right text-sm text-ink-muted">
        {countInWords(batch.added, 'entry', 'entries')} added
        {batch.skipped > 0 && `, ${batch.skipped.toLocaleString('en')} left out`}
      </span>
      <span className="flex w-28 shrink-0 justify-end">
        {!batch.undone && (
          <Button size="sm" variant="quiet" onClick={onTakeOut} aria-label={`Take out ${batch.fileName}`}>
            <Undo2 aria-hidden="true" size={14} />
            Take out
          </Button>
        )}
      </span>
    </li>
  )
}
