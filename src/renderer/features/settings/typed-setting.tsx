import { type KeyboardEvent, useRef, useState } from 'react'
import type { Result } from '../../../shared/result.ts'
import { Input } from '../../ui/text-field.tsx'
import { idsOf, SettingRow } from './setting-row.tsx'

/**
 * A setting that is typed: Enter and leaving the field save, Esc restores. What cannot be read stays as typed, with the
 * reason below. While it is being edited, nothing from outside changes what is typed.
 */
export function TypedSetting<T>({
  id,
  label,
  hint,
  value,
  textOf,
  read,
  save,
  placeholder,
  inputMode,
  className,
}: {
  id: string
  label: string
  hint: string
  value: T
  textOf: (value: T) => string
  read: (text: string) => Result<T, string>
  /** Answers with the words of a refusal. */
  save: (value: T) => Promise<string | null>
  placeholder?: string
  inputMode?: 'numeric' | 'text'
  className: string
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  // A refusal that comes late must not be shown beside something that was typed since.
  const attempt = useRef(0)

  async function commit() {
    if (draft === null) return
    const parsed = read(draft)
    if (!parsed.ok) return setProblem(parsed.error)
    setProblem(null)
    setDraft(null)
    if (parsed.value === value) return
    attempt.current += 1
    const mine = attempt.current
    const refusal = await save(parsed.value)
    if (attempt.current === mine) setProblem(refusal)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit()
    if (event.key === 'Escape') {
      setDraft(null)
      setProblem(null)
    }
  }

  return (
    <SettingRow id={id} label={label} hint={hint} problem={problem}>
      <Input
        {...idsOf(id, { problem })}
        value={draft ?? textOf(value)}
        placeholder={placeholder}
        inputMode={inputMode}
        onChange={(event) => {
          attempt.current += 1
          setProblem(null)
          setDraft(event.target.value)
        }}
        onBlur={() => void commit()}
        onKeyDown={onKeyDown}
        className={className}
      />
    </SettingRow>
  )
}
