import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Result } from '../../../shared/result.ts'

export interface TypedValue<T> {
  readonly value: T
  readonly textOf: (value: T) => string
  readonly read: (text: string) => Result<T, string>
  /** Answers with the words of a refusal. */
  readonly save: (value: T) => Promise<string | null>
}

/**
 * A value that is typed: Enter and leaving the field save, Esc restores. What cannot be read stays as typed, with the
 * reason. While it is being edited, nothing from outside changes what is typed.
 */
export function useTypedValue<T>({ value, textOf, read, save }: TypedValue<T>) {
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
    // Written alike is meant alike, for values that are made anew each time as well.
    if (textOf(parsed.value) === textOf(value)) return
    attempt.current += 1
    const mine = attempt.current
    const refusal = await save(parsed.value)
    if (attempt.current === mine) setProblem(refusal)
  }

  return {
    problem,
    inputProps: {
      value: draft ?? textOf(value),
      onChange(event: ChangeEvent<HTMLInputElement>) {
        attempt.current += 1
        setProblem(null)
        setDraft(event.target.value)
      },
      onBlur: () => void commit(),
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit()
        if (event.key === 'Escape') {
          setDraft(null)
          setProblem(null)
        }
      },
    },
  }
}
