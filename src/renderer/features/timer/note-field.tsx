import { clsx } from 'clsx'
import { type KeyboardEvent, type RefObject, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import type { Suggestion } from '../../../shared/contract/entries.ts'
import { useSuggestions } from '../../client/queries.ts'
import { inputClass } from '../../ui/text-field.tsx'
import { SuggestionList } from './suggestion-list.tsx'

const looks = {
  bar: clsx(
    'h-9 w-full min-w-0 truncate rounded-md bg-transparent px-2 text-lg outline-none',
    'hover:bg-hover focus-visible:bg-surface focus-visible:ring-1 focus-visible:ring-accent',
  ),
  form: inputClass,
}

/**
 * The timer's note, with what was worked on before below it. Typing only ever changes this field; suggestions follow
 * when they can. ↓ goes into the suggestions, Enter without one takes the text as it is.
 */
export function NoteField({
  note,
  label = 'What are you working on?',
  placeholder,
  look = 'bar',
  inputRef,
  onType,
  onCommit,
  onLeave,
  onSuggestion,
  onEscape,
}: {
  /** As it is kept; what is being typed goes before it. */
  note: string
  /** Read out. */
  label?: string
  placeholder: string
  /** In the timer bar, or as a field among others. */
  look?: 'bar' | 'form'
  inputRef: RefObject<HTMLInputElement | null>
  onType?: ((text: string) => void) | undefined
  /** Enter; `other` with Ctrl or ⌘. */
  onCommit: (text: string, other: boolean) => void
  /** The focus left the field, with its text. */
  onLeave: (text: string) => void
  onSuggestion: (suggestion: Suggestion) => void
  onEscape?: (() => void) | undefined
}) {
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(-1)
  /** Esc and Ctrl+Enter leave the field without saving what is typed in it. */
  const dropped = useRef(false)
  const text = typed ?? note
  const { data } = useSuggestions(useDeferredValue(typed ?? ''), isOpen)
  const suggestions = isOpen ? (data?.suggestions ?? []) : []
  const index = Math.min(active, suggestions.length - 1)

  // What was saved has arrived: from here on the field shows what is kept.
  useEffect(() => {
    setTyped((before) => (before === note ? null : before))
  }, [note])

  function close() {
    setIsOpen(false)
    setActive(-1)
  }

  function drop() {
    dropped.current = true
    setTyped(null)
  }

  function take(suggestion: Suggestion) {
    drop()
    close()
    onSuggestion(suggestion)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setIsOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(index + step < -1 ? suggestions.length - 1 : index + step >= suggestions.length ? -1 : index + step)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = suggestions[index]
      if (chosen) return take(chosen)
      close()
      const isOther = event.ctrlKey || event.metaKey
      if (isOther) drop()
      onCommit(text, isOther)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (isOpen && suggestions.length > 0) return close()
      drop()
      if (onEscape) onEscape()
      else event.currentTarget.blur()
    }
  }

  return (
    <div className="relative min-w-0 grow">
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={listId}
        aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={3000}
        onFocus={() => {
          dropped.current = false
          setIsOpen(true)
        }}
        onChange={(event) => {
          dropped.current = false
          setTyped(event.target.value)
          setActive(-1)
          setIsOpen(true)
          onType?.(event.target.value)
        }}
        onBlur={() => {
          close()
          if (!dropped.current) onLeave(text)
        }}
        onKeyDown={onKeyDown}
        className={looks[look]}
      />
      <SuggestionList id={listId} suggestions={suggestions} active={index} onTake={take} />
    </div>
  )
}
