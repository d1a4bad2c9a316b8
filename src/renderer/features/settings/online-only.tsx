import { clsx } from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLive } from '../../client/live-store.ts'

/** The words at the top of the page that say why nothing can be changed. */
export const OFFLINE_REASON_ID = 'settings-offline'

/** Controls that need Stint to answer: switched off while it does not. The focus comes back to where it was. */
export function OnlineOnly({ className, children }: { className?: string; children: ReactNode }) {
  const isOnline = useLive(({ connection }) => connection.kind === 'online')
  // React is deaf while it changes the page: the blur of a control that it switches off does not empty this.
  const focused = useRef<HTMLElement>(null)
  useEffect(() => {
    const isNowhere = document.activeElement === document.body
    if (isOnline && isNowhere && focused.current?.isConnected === true) focused.current.focus()
  }, [isOnline])
  return (
    <fieldset
      disabled={!isOnline}
      aria-describedby={isOnline ? undefined : OFFLINE_REASON_ID}
      title={isOnline ? undefined : 'Stint is not answering'}
      onFocus={(event) => {
        focused.current = event.target
      }}
      onBlur={() => {
        focused.current = null
      }}
      className={clsx('min-w-0 disabled:[&_[role=radio]]:opacity-50', className)}
    >
      {children}
    </fieldset>
  )
}
