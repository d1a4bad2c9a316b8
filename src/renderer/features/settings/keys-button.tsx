import { clsx } from 'clsx'
import type { Ref } from 'react'
import { describeShortcut } from '../../ui/describe-shortcut.ts'
import { Kbd } from '../../ui/kbd.tsx'
import type { KeyRecording } from './use-key-recording.ts'

/** An action's keys: press it, then others, to change them. */
export function KeysButton({
  ref,
  id,
  title,
  shortcut,
  recording,
  onStart,
}: {
  ref?: Ref<HTMLButtonElement>
  /** Of the action, by which keyboard code finds the button. */
  id: string
  title: string
  /** The keys now, '' for none. */
  shortcut: string
  recording: KeyRecording
  onStart: () => void
}) {
  const { begun } = recording
  return (
    <button
      ref={ref}
      type="button"
      data-shortcut={id}
      onClick={onStart}
      onBlur={recording.stop}
      onKeyDown={recording.onKeyDown}
      className={clsx(
        'inline-flex h-7 min-w-24 shrink-0 items-center justify-end gap-1 rounded-md border px-2 text-sm disabled:pointer-events-none disabled:opacity-50',
        begun === null
          ? 'border-transparent hover:border-line-strong hover:bg-surface'
          : 'justify-center! border-accent text-accent-text ring-1 ring-accent outline-none',
      )}
    >
      <span className="sr-only">
        {begun === null
          ? `${title}: ${spokenKeys(shortcut)}. Change`
          : `Press keys for “${title}”. Escape cancels, Backspace clears`}
      </span>
      <span aria-hidden="true" className="inline-flex items-center gap-1">
        {begun !== null ? (
          <>
            {begun !== '' && <Kbd shortcut={begun} />}
            {begun === '' ? 'Press keys' : 'then…'}
          </>
        ) : shortcut === '' ? (
          <span className="text-ink-faint">None</span>
        ) : (
          <Kbd shortcut={shortcut} />
        )}
      </span>
    </button>
  )
}

export function spokenKeys(shortcut: string): string {
  return shortcut === '' ? 'no shortcut' : describeShortcut(shortcut).join(' ')
}
