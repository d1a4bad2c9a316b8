import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Input } from '../../ui/text-field.tsx'
import { endQuickNote, typeQuickNote, useQuickNote } from './quick-note.ts'

/**
 * The note, without the list of what was worked on before: there is no room for one. Enter takes what is typed, Esc
 * restores. Leaving the field takes it too, but never a quick note: its text may have come from a link.
 */
export function MiniNote({
  inputRef,
  note,
  isRunning,
  onType,
  onCommit,
}: {
  inputRef: RefObject<HTMLInputElement | null>
  /** As it is kept, or as it will be when the timer starts. */
  note: string
  isRunning: boolean
  onType: (text: string) => void
  onCommit: (text: string) => void
}) {
  const quick = useQuickNote()
  const [typed, setTyped] = useState<string | null>(null)
  /** Enter and Esc leave the field, and have said already what becomes of the text. */
  const isDecided = useRef(false)
  const text = quick.text ?? typed ?? note

  const kept = useRef(note)
  useEffect(() => {
    kept.current = note
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only being asked again takes the focus
  useEffect(() => {
    if (quick.asked === 0 || quick.text === null) return
    // Without a text the running note is there to be changed.
    const begun = quick.text === '' ? kept.current : quick.text
    typeQuickNote(begun)
    const field = inputRef.current
    requestAnimationFrame(() => {
      field?.focus()
      if (quick.text === '') field?.select()
      else field?.setSelectionRange(begun.length, begun.length)
    })
  }, [quick.asked])

  function leave() {
    isDecided.current = true
    setTyped(null)
    endQuickNote()
    inputRef.current?.blur()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      leave()
      onCommit(text)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      // Before the start, what is typed is the draft itself: Esc leaves it, as in the timer bar.
      leave()
    }
  }

  return (
    <Input
      ref={inputRef}
      aria-label="What are you working on?"
      placeholder={isRunning ? 'Add a note' : 'What are you working on?'}
      value={text}
      maxLength={3000}
      onFocus={() => {
        isDecided.current = false
      }}
      onChange={({ target }) => {
        if (quick.text !== null) return typeQuickNote(target.value)
        setTyped(target.value)
        onType(target.value)
      }}
      onBlur={() => {
        if (isDecided.current || quick.text !== null || typed === null) return
        setTyped(null)
        if (isRunning) onCommit(typed)
      }}
      onKeyDown={onKeyDown}
      className="h-9! shrink-0 text-lg"
    />
  )
}
