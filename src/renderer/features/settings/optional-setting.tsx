import { useState } from 'react'
import type { Result } from '../../../shared/result.ts'
import { Switch } from '../../ui/switch.tsx'
import { Input } from '../../ui/text-field.tsx'
import { idsOf, SettingRow } from './setting-row.tsx'
import { useTypedValue } from './use-typed-value.ts'

/** A setting with a value that can be switched off: a switch, and beside it, while it is on, the field for the value. */
export function OptionalSetting<T>({
  id,
  label,
  hint,
  valueLabel,
  value,
  usual,
  textOf,
  read,
  save,
  className,
}: {
  id: string
  label: string
  hint: string
  /** Names the field, which the row's label does not: that belongs to the switch. */
  valueLabel: string
  value: T | null
  /** What switching on begins with, unless there was a value before. */
  usual: T
  textOf: (value: T) => string
  read: (text: string) => Result<T, string>
  /** Answers with the words of a refusal. */
  save: (value: T | null) => Promise<string | null>
  className: string
}) {
  const [last, setLast] = useState(usual)
  const [refusal, setRefusal] = useState<string | null>(null)
  const typed = useTypedValue({ value: value ?? last, textOf, read, save })
  const problem = value === null ? refusal : (typed.problem ?? refusal)

  async function turn(on: boolean) {
    if (value !== null) setLast(value)
    setRefusal(await save(on ? last : null))
  }

  return (
    <SettingRow id={id} label={label} hint={hint} problem={problem}>
      <div className="flex items-center gap-3">
        {value !== null && (
          <Input
            {...idsOf(id, { problem })}
            {...typed.inputProps}
            id={`${id}-value`}
            aria-label={valueLabel}
            className={className}
          />
        )}
        <Switch id={id} checked={value !== null} onChange={(on) => void turn(on)} />
      </div>
    </SettingRow>
  )
}
