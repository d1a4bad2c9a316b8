import { X } from 'lucide-react'
import type { Refusal } from '../../client/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Cell } from '../../ui/cell.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Why something about a row was refused, across the row, with the way out where there is one. */
export function RowProblem({
  refusal,
  wayOut,
  onDismiss,
}: {
  refusal: Refusal | undefined
  /** What to do instead of deleting: archive it, mark it done. */
  wayOut?: { readonly label: string; readonly run: () => void } | undefined
  onDismiss: () => void
}) {
  if (refusal === undefined) return null
  return (
    <Cell className="col-span-full px-3 pb-2">
      <Notice
        tone="warn"
        actions={
          <span className="flex items-center gap-1">
            {refusal.code === 'in-use' && wayOut !== undefined && (
              <Button size="sm" onClick={wayOut.run}>
                {wayOut.label}
              </Button>
            )}
            <IconButton label="Dismiss" size="sm" onClick={onDismiss}>
              <X size={16} />
            </IconButton>
          </span>
        }
      >
        {refusal.message}
      </Notice>
    </Cell>
  )
}
