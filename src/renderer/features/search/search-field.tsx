import { Search as SearchIcon, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/text-field.tsx'

/** Long enough that a word is asked for whole, short enough to feel at once. */
const SETTLE_MS = 150

/** The one field of the page. What is typed is kept here and told once it settles, so that typing never waits. */
export function SearchField({
  ref,
  text,
  onText,
  onDown,
}: {
  ref: Ref<HTMLInputElement>
  text: string
  onText: (text: string) => void
  /** Arrow down: on to the results. */
  onDown: () => void
}) {
  const [typed, setTyped] = useState(text)
  const told = useRef(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })
  useEffect(() => {
    // The address was changed by Back or a link, not by this field.
    if (text === told.current) return
    told.current = text
    clearTimeout(timer.current)
    setTyped(text)
  }, [text])
  useEffect(() => () => clearTimeout(timer.current), [])

  function settle(next: string): void {
    clearTimeout(timer.current)
    if (next === told.current) return
    told.current = next
    tell.current(next)
  }
  function type(next: string): void {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => settle(next), SETTLE_MS)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') settle(typed)
    else if (event.key === 'ArrowDown') {
      event.preventDefault()
      settle(typed)
      onDown()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
      settle('')
    }
  }
  return (
    <div className="relative min-w-60 grow">
      <SearchIcon aria-hidden="true" size={16} className="absolute top-2.5 left-3 text-ink-faint" />
      <Input
        ref={ref}
        aria-label="Search entries"
        placeholder="Note, project, client, activity, tag or work item"
        value={typed}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-9! pr-9! pl-9! text-lg"
      />
      {typed !== '' && (
        <IconButton
          label="Clear"
          shortcut="escape"
          size="sm"
          className="absolute! top-1.5 right-1.5"
          onClick={() => {
            setTyped('')
            settle('')
          }}
        >
          <X size={16} />
        </IconButton>
      )}
    </div>
  )
}
