import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ActionId } from '../../shared/actions/action-list.ts'
import { useLive } from '../client/live-store.ts'
import { isMac } from '../ui/describe-shortcut.ts'
import { runAction } from './actions.ts'
import { effectiveShortcuts, hasModifier, isTypingTarget, keyName } from './shortcuts.ts'

/** Time for the second key of `g t`. */
const SEQUENCE_MS = 1200
/** A text field has an undo of its own. */
const TEXT_FIELDS_OWN = new Set(['mod+z', 'mod+shift+z', 'mod+y'])

/** Runs actions by their shortcuts; once, in the frame. `isBusy`: a dialog is open or on its way, and the keys are its own. */
export function useShortcutKeys(isBusy: boolean): void {
  // Told at once, not with the next effect: a key may come right after a dialog has closed.
  const busy = useRef(isBusy)
  useLayoutEffect(() => {
    busy.current = isBusy
  }, [isBusy])
  useEffect(() => {
    let begun = ''
    let timer: ReturnType<typeof setTimeout> | undefined

    function onKeyDown(event: KeyboardEvent): void {
      if (busy.current || event.defaultPrevented || event.isComposing) return
      const key = keyName(event, isMac())
      if (key === null) return
      const typing = isTypingTarget(event.target)
      if (typing && (!hasModifier(key) || TEXT_FIELDS_OWN.has(key))) return

      const shortcuts = [...effectiveShortcuts(useLive.getState().state?.settings.shortcuts ?? {})]
      const pressed = begun === '' ? key : `${begun} ${key}`
      begun = ''
      clearTimeout(timer)
      if (shortcuts.some(([, shortcut]) => shortcut.startsWith(`${pressed} `))) {
        begun = pressed
        timer = setTimeout(() => {
          begun = ''
        }, SEQUENCE_MS)
        event.preventDefault()
        return
      }
      const matches = shortcuts.filter(([, shortcut]) => shortcut === pressed).map(([id]) => id)
      // Enter and Space on a button press it.
      if ((key === 'enter' || key === 'space') && event.target instanceof HTMLButtonElement) return
      if (matches.some((id: ActionId) => runAction(id))) event.preventDefault()
    }

    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      clearTimeout(timer)
    }
  }, [])
}
