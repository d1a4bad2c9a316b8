import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import type { ImportFormat, ImportOptions } from '../../../shared/contract/transfer.ts'
import { useLive } from '../../client/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { OptionPicker } from '../../ui/option-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { Field } from '../../ui/text-field.tsx'
import { dateOrderWords, delimiterWords } from './import-words.ts'

type DateOrder = NonNullable<ImportOptions['dateOrder']>
type Delimiter = NonNullable<ImportOptions['delimiter']>

/** How the host reads the file: what it found, to be confirmed or corrected. */
export function ImportOptionsRow({
  format,
  found,
  decided,
  asksOrder,
  disabled,
  onChange,
}: {
  format: ImportFormat
  found: ImportOptions
  decided: ImportOptions
  /** The dates can be read in two ways: somebody has to say. */
  asksOrder: boolean
  disabled: boolean
  onChange: (change: ImportOptions) => void
}) {
  const hostZone = useLive(({ state }) => state?.zone ?? 'UTC')
  const zones = useMemo(() => zoneOptions(hostZone), [hostZone])
  const zone = decided.zone ?? found.zone ?? hostZone
  const order = decided.dateOrder ?? found.dateOrder
  const delimiter = decided.delimiter ?? found.delimiter
  const isTable = format !== 'timewarrior'
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <Field label="Times without a zone are in">
        {(ids) => (
          <OptionPicker
            label="Time zone"
            placeholder="Find a time zone"
            options={zones}
            value={zone}
            onChange={(next) => onChange({ zone: next })}
            trigger={
              <Button
                {...ids}
                disabled={disabled}
                className="w-56 justify-between! border-control! font-normal! shadow-none"
              >
                <span className="truncate">{zone.replaceAll('_', ' ')}</span>
                <ChevronDown aria-hidden="true" size={14} className="shrink-0 text-ink-faint" />
              </Button>
            }
          />
        )}
      </Field>
      {isTable && (asksOrder || order !== undefined) && (
        <Field label="Dates" error={asksOrder ? 'Both readings are possible' : undefined}>
          {(ids) => (
            <Select
              {...ids}
              disabled={disabled}
              value={order ?? ''}
              onChange={(event) =>
                event.target.value !== '' && onChange({ dateOrder: event.target.value as DateOrder })
              }
              className="w-56!"
            >
              {order === undefined && <option value="">Choose…</option>}
              {(Object.keys(dateOrderWords) as DateOrder[]).map((name) => (
                <option key={name} value={name}>
                  {dateOrderWords[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {isTable && delimiter !== undefined && (
        <Field label="Columns are separated by">
          {(ids) => (
            <Select
              {...ids}
              disabled={disabled}
              value={delimiter}
              onChange={(event) => onChange({ delimiter: event.target.value as Delimiter })}
              className="w-36!"
            >
              {(Object.keys(delimiterWords) as Delimiter[]).map((name) => (
                <option key={name} value={name}>
                  {delimiterWords[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  )
}

/** Every zone this browser knows, the host's own first. */
function zoneOptions(hostZone: string) {
  const names = [...new Set([hostZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
  return names.map((name) => ({ id: name, label: name.replaceAll('_', ' '), keywords: name }))
}
