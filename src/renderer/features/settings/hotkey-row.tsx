import { useRef } from 'react'
import type { ShellState } from '../../../shared/contract/desktop.ts'
import type { HotkeyAction, Settings } from '../../../shared/contract/entities.ts'
import { Badge } from '../../ui/badge.tsx'
import { KeysButton, spokenKeys } from './keys-button.tsx'
import { useChangeSettings } from './use-change-settings.ts'
import { useKeyRecording } from './use-key-recording.ts'

export const hotkeyTitles: Record<HotkeyAction, string> = {
  toggle: 'Start or stop the timer',
  show: 'Show or hide Stint',
  note: 'Write a quick note',
}

type Hotkey = ShellState['hotkeys'][number]

const statusWords: Record<Hotkey['status'], { text: string; tone: 'ok' | 'warn' | 'danger' | 'plain' }> = {
  registered: { text: 'Works', tone: 'ok' },
  unproven: { text: 'Not certain', tone: 'warn' },
  taken: { text: 'Taken', tone: 'danger' },
  invalid: { text: 'Not possible', tone: 'danger' },
  off: { text: 'Off', tone: 'plain' },
}

const NO_STARTERS: ReadonlySet<string> = new Set()

/** A hotkey of the whole desktop: its keys, and what has become of it. */
export function HotkeyRow({
  action,
  hotkeys,
  state,
}: {
  action: HotkeyAction
  hotkeys: Settings['hotkeys']
  /** What the desktop made of the keys; undefined before it has said so. */
  state: Hotkey | undefined
}) {
  const { change, problem, refuse } = useChangeSettings()
  const keys = useRef<HTMLButtonElement>(null)
  const title = hotkeyTitles[action]
  const shortcut = hotkeys[action]
  const recording = useKeyRecording(NO_STARTERS, 'global', (next) => {
    keys.current?.focus()
    if (next === shortcut) return
    const rival = (['toggle', 'show', 'note'] as const).find((other) => next !== '' && hotkeys[other] === next)
    if (rival !== undefined) return refuse(`These are the keys of “${hotkeyTitles[rival]}”. Press others.`)
    void change({ hotkeys: { ...hotkeys, [action]: next } }, `${title}: ${spokenKeys(next)}`)
  })
  const trouble = recording.refused ?? problem
  // The keys may have been changed a moment ago: then the desktop has not said yet.
  const known = state?.keys === shortcut ? state : undefined
  return (
    <li className="border-b border-line last:border-b-0 focus-within:bg-hover hover:bg-hover">
      <div className="flex min-h-(--row-height) items-center gap-2 py-1 pr-1 pl-3">
        <span className="min-w-0 grow">{title}</span>
        {recording.begun === null ? (
          known !== undefined && <Badge tone={statusWords[known.status].tone}>{statusWords[known.status].text}</Badge>
        ) : (
          <span className="text-right text-sm text-ink-muted">Esc cancels, Backspace clears</span>
        )}
        <KeysButton
          ref={keys}
          id={`hotkey-${action}`}
          title={title}
          shortcut={shortcut}
          recording={recording}
          onStart={recording.start}
        />
      </div>
      {trouble !== null && (
        <p role="alert" className="px-3 pb-2 text-sm text-danger">
          {trouble}
        </p>
      )}
      {known !== undefined && known.detail !== '' && (
        <p className="px-3 pb-2 text-sm text-pretty text-ink-muted">{known.detail}</p>
      )}
    </li>
  )
}
