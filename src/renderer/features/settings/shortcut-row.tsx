import { RotateCcw } from 'lucide-react'
import { useRef, useState } from 'react'
import { type ActionId, type ActionInfo, actionInfo } from '../../../shared/actions/action-list.ts'
import { describeShortcut } from '../../ui/describe-shortcut.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { KeysButton, spokenKeys } from './keys-button.tsx'
import { ShortcutConflictNotice } from './shortcut-conflict-notice.tsx'
import { isChanged, type Overrides, rivalsOf, swapShortcuts, takeShortcut, withShortcut } from './shortcut-edits.ts'
import { useChangeSettings } from './use-change-settings.ts'
import { useKeyRecording } from './use-key-recording.ts'

/** One action and its keys: press the keys to change them. What stands in the way is said below, with ways out. */
export function ShortcutRow({
  action,
  shortcut,
  overrides,
  starters,
}: {
  action: ActionInfo
  /** Its keys now, '' for none. */
  shortcut: string
  overrides: Overrides
  /** First keys of the shortcuts of two keys. */
  starters: ReadonlySet<string>
}) {
  const id = action.id as ActionId
  const { change, problem } = useChangeSettings()
  const [wanted, setWanted] = useState<string | null>(null)
  const keys = useRef<HTMLButtonElement>(null)
  const recording = useKeyRecording(starters, action.scope, propose)
  const isRecording = recording.begun !== null

  function save(shortcuts: Record<string, string>, now: string) {
    setWanted(null)
    keys.current?.focus()
    void change({ shortcuts }, `${action.title}: ${spokenKeys(now)}`)
  }

  function propose(next: string) {
    setWanted(null)
    if (next === shortcut) return
    if (rivalsOf(overrides, id, next).length > 0) setWanted(next)
    else save(withShortcut(overrides, id, next), next)
  }

  const swapped = wanted === null ? null : swapShortcuts(overrides, id, wanted)
  const clashes = isRecording || wanted !== null ? [] : rivalsOf(overrides, id, shortcut)
  const trouble = recording.refused ?? problem
  return (
    <li className="border-b border-line last:border-b-0 focus-within:bg-hover hover:bg-hover">
      <div className="flex min-h-(--row-height) items-center gap-2 py-1 pr-1 pl-3">
        <span className="min-w-0 grow">{action.title}</span>
        {isRecording ? (
          <span className="text-right text-sm text-ink-muted">Esc cancels, Backspace clears</span>
        ) : (
          isChanged(overrides, action) && (
            <IconButton label={resetLabel(action)} size="sm" onClick={() => propose(action.shortcut)}>
              <RotateCcw size={14} />
            </IconButton>
          )
        )}
        <KeysButton
          ref={keys}
          id={id}
          title={action.title}
          shortcut={shortcut}
          recording={recording}
          onStart={() => {
            setWanted(null)
            recording.start()
          }}
        />
      </div>
      {trouble !== null && (
        <p role="alert" className="px-3 pb-2 text-sm text-danger">
          {trouble}
        </p>
      )}
      {wanted !== null && (
        <ShortcutConflictNotice
          shortcut={wanted}
          rivals={rivalsOf(overrides, id, wanted)}
          onSwap={swapped === null ? null : () => save(swapped, wanted)}
          onTake={() => save(takeShortcut(overrides, id, wanted), wanted)}
          onCancel={() => {
            setWanted(null)
            keys.current?.focus()
          }}
        />
      )}
      {clashes.length > 0 && (
        <p className="px-3 pb-2 text-sm text-warn">
          Also the keys of {clashes.map(({ title }) => `“${title}”`).join(', ')}: press others for one of them.
        </p>
      )}
    </li>
  )
}

function resetLabel({ id }: ActionInfo): string {
  const { shortcut } = actionInfo(id as ActionId)
  return shortcut === '' ? 'Back to none' : `Back to ${describeShortcut(shortcut).join(' ')}`
}
