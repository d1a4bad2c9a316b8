import { Input } from '../../ui/text-field.tsx'
import { idsOf, SettingRow } from './setting-row.tsx'
import { type TypedValue, useTypedValue } from './use-typed-value.ts'

/** A setting that is typed; why it cannot be read or was refused stands below. */
export function TypedSetting<T>({
  id,
  label,
  hint,
  placeholder,
  inputMode,
  className,
  ...typed
}: TypedValue<T> & {
  id: string
  label: string
  hint: string
  placeholder?: string
  inputMode?: 'numeric' | 'text'
  className: string
}) {
  const { problem, inputProps } = useTypedValue(typed)
  return (
    <SettingRow id={id} label={label} hint={hint} problem={problem}>
      <Input
        {...idsOf(id, { problem })}
        {...inputProps}
        placeholder={placeholder}
        inputMode={inputMode}
        className={className}
      />
    </SettingRow>
  )
}
