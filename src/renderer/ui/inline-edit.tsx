import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

/** Why the text was not taken, in words; null when it was. */
export type SaveAnswer = string | null | Promise<string | null>

/**
 * Text that is edited where it stands: click, Enter or F2 begins, Enter and leaving the field save, Esc restores.
 * While it is being edited, nothing from outside changes what is typed. A refusal stays beside the field, with the
 * text as typed, until it is corrected or restored.
 */
export function InlineEdit({
  value,
  label,
  onSave,
  display,
  placeholder,
  className,
  inputClassName,
  multiline = false,
  disabled = false,
  name,
  tabIndex,
}: {
  /** The text as it is edited. */
  value: string
  /** What the field is, read out: `Note`, `Start`. */
  label: string
  onSave: (text: string) => SaveAnswer
  /** What is shown when it is not being edited; default the value. */
  display?: ReactNode
  placeholder?: string
  className?: string
  inputClassName?: string
  multiline?: boolean
  disabled?: boolean
  /** Found by keyboard code as `[data-edit=name]`. */
  name?: string
  tabIndex?: number
}) {
  const [draft, setDraft] = useState<string | null>(null)
  /** What was saved, shown until the value from outside catches up. */
  const [sent, setSent] = useState<{ text: string; before: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const focusBack = useRef(false)
  // Enter saves and then takes the field away, which the browser reports as a blur: save once.
  const saving = useRef(false)

  const shownText = sent !== null && sent.before === value ? sent.text : value

  function begin() {
    if (disabled) return
    setDraft(problem === null ? shownText : (sent?.text ?? shownText))
  }

  function leave(byKey: boolean) {
    focusBack.current = byKey
    setDraft(null)
  }

  async function save(byKey: boolean) {
    if (draft === null || saving.current) return
    if (draft === shownText && problem === null) return leave(byKey)
    saving.current = true
    const answer = onSave(draft)
    if (typeof answer === 'string') {
      saving.current = false
      setProblem(answer)
      return
    }
    setProblem(null)
    setSent({ text: draft, before: value })
    leave(byKey)
    const refusal = await answer
    saving.current = false
    if (refusal === null) return
    setSent(null)
    setProblem(refusal)
    setDraft(draft)
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      setProblem(null)
      setSent(null)
      leave(true)
    } else if (event.key === 'Enter' && !(multiline && event.shiftKey) && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void save(true)
    }
  }

  if (draft === null) {
    return (
      <button
        ref={(node) => {
          button.current = node
          if (node && focusBack.current) {
            focusBack.current = false
            node.focus()
          }
        }}
        type="button"
        tabIndex={tabIndex}
        data-edit={name}
        disabled={disabled}
        aria-label={`${label}: ${typeof display === 'string' ? display : shownText || (placeholder ?? 'empty')}. Edit`}
        onClick={begin}
        onKeyDown={(event) => {
          if (event.key === 'F2') begin()
        }}
        className={clsx(
          'min-w-0 rounded-sm px-1 text-left text-wrap hover:bg-pressed disabled:hover:bg-transparent',
          className,
        )}
      >
        {sent !== null && sent.before === value ? sent.text : (display ?? value)}
        {shownText === '' && display === undefined && (
          <span className="font-normal text-ink-faint">{placeholder ?? label}</span>
        )}
      </button>
    )
  }

  const shared = {
    'aria-label': label,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : problemId,
    value: draft,
    placeholder,
    autoComplete: 'off',
    spellCheck: multiline,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: () => void save(false),
    onKeyDown,
    className: clsx(
      'min-w-0 rounded-sm bg-surface px-1 text-ink ring-1 ring-accent outline-none aria-invalid:ring-danger',
      inputClassName ?? 'w-full',
    ),
  }
  return (
    <span className={clsx('relative inline-flex min-w-0', className)}>
      {multiline ? (
        <textarea {...shared} ref={selectAll} rows={Math.min(8, draft.split('\n').length)} />
      ) : (
        <input {...shared} ref={selectAll} type="text" />
      )}
      {problem !== null && (
        <span
          id={problemId}
          role="alert"
          className="absolute top-full left-0 z-30 mt-1 w-max max-w-72 rounded-md bg-raised px-2 py-1 text-left text-sm font-normal whitespace-normal text-danger shadow-popover"
        >
          {problem}
        </span>
      )}
    </span>
  )
}

/** On mount alone: the function is the same at each render, so React calls it once. */
function selectAll(node: HTMLInputElement | HTMLTextAreaElement | null): void {
  node?.focus()
  node?.select()
}
