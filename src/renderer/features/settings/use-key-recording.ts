import { type KeyboardEvent, useState } from 'react'
import type { ActionInfo } from '../../../shared/actions/action-list.ts'
import { keyName } from '../../app/shortcuts.ts'
import { isMac } from '../../ui/describe-shortcut.ts'
import { globalKeyPress, whyNotGlobal } from './global-keys.ts'
import { type Recorded, readRecordedKey } from './recorded-keys.ts'

export interface KeyRecording {
  /** The first of two keys, '' before any; null while nothing is recorded. */
  readonly begun: string | null
  /** Why the last key cannot be a shortcut. */
  readonly refused: string | null
  readonly start: () => void
  readonly stop: () => void
  /** For the control that has the focus: takes every key while it records. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Records a shortcut from the keys that are pressed; `onRecorded` gets it, '' for none. Of the scope `global` are keys
 * that work in every program.
 */
export function useKeyRecording(
  starters: ReadonlySet<string>,
  scope: ActionInfo['scope'] | 'global',
  onRecorded: (shortcut: string) => void,
): KeyRecording {
  const [begun, setBegun] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const stop = () => {
    setBegun(null)
    setRefused(null)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (begun === null) return
    const key = keyName(scope === 'global' ? globalKeyPress(event.nativeEvent, isMac()) : event, isMac())
    const recorded = key === null ? null : read(key, begun)
    if (recorded?.kind === 'leave') {
      stop()
      return
    }
    // Neither the page's own shortcuts nor the browser's are meant.
    event.preventDefault()
    event.stopPropagation()
    // The key that started the recording may still be held down.
    if (recorded !== null && !event.repeat) take(recorded)
  }

  function read(key: string, before: string): Recorded {
    if (scope !== 'global') return readRecordedKey(key, before, starters, scope)
    const recorded = readRecordedKey(key, before, starters, 'everywhere')
    const reason = recorded.kind === 'done' ? whyNotGlobal(recorded.shortcut) : null
    return reason === null ? recorded : { kind: 'refused', reason }
  }

  function take(recorded: Recorded): void {
    if (recorded.kind === 'begun') {
      setRefused(null)
      setBegun(recorded.key)
    } else if (recorded.kind === 'refused') {
      setRefused(recorded.reason)
    } else {
      stop()
      if (recorded.kind === 'clear') onRecorded('')
      if (recorded.kind === 'done') onRecorded(recorded.shortcut)
    }
  }

  return { begun, refused, start: () => setBegun(''), stop, onKeyDown }
}
