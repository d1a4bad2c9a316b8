import { clsx } from 'clsx'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useLive } from '../../client/live-store.ts'

/** The words at the top of the page that say why nothing can be changed. */
export const OFFLINE_REASON_ID = 'settings-offline'

/** Controls that need Stint to answer: switched off while it does not. The focus comes back to where it was. */
export function OnlineOnly({ className, children }: { className?: string; children: ReactNode }) {
  const isOnline = useLive(({ connection }) => connection.kind === 'online')
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const lost = useRef<HTMLElement>(null)
  // In a layout effect the browser has not yet taken the focus from the control that was just switched off.
  useLayoutEffect(() => {
    const { activeElement } = document
    if (!isOnline) {
      const isMine = activeElement instanceof HTMLElement && fieldset.current?.contains(activeElement) === true
      lost.current = isMine ? activeElement : null
      return
    }
    if (lost.current?.isConnected === true && activeElement === document.body) lost.current.focus()
    lost.current = null
  }, [isOnline])
  return (
    <fieldset
      ref={fieldset}
      disabled={!isOnline}
      aria-describedby={isOnline ? undefined : OFFLINE_REASON_ID}
      title={isOnline ? undefined : 'Stint is not answering'}
      className={clsx('min-w-0 disabled:[&_[role=radio]]:opacity-50', className)}
    >
      {children}
    </fieldset>
  )
}
