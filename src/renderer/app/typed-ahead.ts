import { useEffect } from 'react'

let typed = ''

/** While the palette is on its way (the first time it is loaded), keeps what is typed for it. */
export function useTypeAhead(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return
    typed = ''
    function onKeyDown(event: KeyboardEvent): void {
      const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
      // Once the palette is there, its field has the focus and hears the keys itself.
      if (!isText || (event.target instanceof Element && event.target.closest('[role=dialog]') !== null)) return
      event.preventDefault()
      typed += event.key
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [isWaiting])
}

/** Takes what was typed ahead; a second call finds nothing. */
export function takeTypedAhead(): string {
  const text = typed
  typed = ''
  return text
}
