import type { ActionInfo } from '../../../shared/actions/action-list.ts'
import { Button } from '../../ui/button.tsx'
import { describeShortcut } from '../../ui/describe-shortcut.ts'
import { Notice } from '../../ui/notice.tsx'

/** Keys that another action has: nothing is changed until the person says what is to become of it. */
export function ShortcutConflictNotice({
  shortcut,
  rivals,
  onSwap,
  onTake,
  onCancel,
}: {
  shortcut: string
  rivals: readonly ActionInfo[]
  /** null: there is nothing to give in exchange. */
  onSwap: (() => void) | null
  onTake: () => void
  onCancel: () => void
}) {
  const names = rivals.map(({ title }) => `“${title}”`).join(', ')
  return (
    <Notice
      tone="warn"
      className="mx-3 mb-2"
      actions={
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc anywhere among the buttons means the last of them
        <span
          className="flex flex-wrap gap-1"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onCancel()
          }}
        >
          {onSwap !== null && (
            <Button size="sm" autoFocus onClick={onSwap}>
              Swap
            </Button>
          )}
          <Button size="sm" onClick={onTake}>
            Use here
          </Button>
          <Button size="sm" variant="quiet" autoFocus={onSwap === null} onClick={onCancel}>
            Cancel
          </Button>
        </span>
      }
    >
      {describeShortcut(shortcut).join(' ')} {rivals.length === 1 ? 'belongs' : 'stands in the way of, or belongs,'} to{' '}
      {names}. {onSwap === null ? '' : 'Swap the two, or '}
      {onSwap === null ? 'Use it here and leave' : 'use it here and leave'} {rivals.length === 1 ? 'that' : 'those'}{' '}
      without a shortcut?
    </Notice>
  )
}
