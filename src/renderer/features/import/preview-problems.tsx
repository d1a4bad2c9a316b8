import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ImportPreview } from '../../../shared/contract/transfer.ts'
import { Cell } from '../../ui/cell.tsx'
import { ColumnHead } from '../../ui/column-head.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { countInWords } from './import-words.ts'

const columns = 'grid-cols-[6rem_minmax(0,1fr)]'

/** Every row that cannot be read or was read with a doubt, where it is and what to do. */
export function PreviewProblems({ preview }: { preview: ImportPreview }) {
  const { problems, problemCount } = preview
  if (problems.length === 0) return null
  const rows = problems.map((problem, index) => ({ ...problem, key: `${index}` }))
  return (
    <section aria-labelledby="import-problems">
      <h3 id="import-problems" className="flex items-baseline gap-2 pb-1 font-semibold">
        {countInWords(problemCount, 'remark', 'remarks')}
        {problemCount > problems.length && (
          <span className="text-sm font-normal text-ink-faint">the first {problems.length} are shown</span>
        )}
      </h3>
      <div className="flex max-h-64 flex-col overflow-hidden rounded-md border border-line">
        <VirtualTable
          label="Remarks"
          columns={columns}
          rows={rows}
          keyOf={(row) => row.key}
          rowClass={() => 'min-h-9 border-b border-line py-1 text-sm'}
          isScrollStop
          header={
            <>
              <ColumnHead className="pl-3">Line</ColumnHead>
              <ColumnHead>What is wrong</ColumnHead>
            </>
          }
        >
          {({ line, file, severity, message }) => (
            <>
              <Cell className="tabular flex items-center gap-2 pl-3 text-ink-muted">
                {severity === 'error' ? (
                  <CircleAlert size={14} role="img" aria-label="error" className="shrink-0 text-danger" />
                ) : (
                  <TriangleAlert size={14} role="img" aria-label="warning" className="shrink-0 text-warn" />
                )}
                {line ?? 'file'}
              </Cell>
              <Cell className="pr-3 break-words">
                {file !== '' && <span className="text-ink-faint">{file}: </span>}
                {message}
              </Cell>
            </>
          )}
        </VirtualTable>
      </div>
    </section>
  )
}
