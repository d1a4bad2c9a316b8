import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { type ColumnChoice, columnFields, withColumn } from './column-fields.ts'

/** Values of the select that are no column: a column's name is never empty, and may be anything else. */
const NOT_USED = ''
const BY_NAME = '\u0000by-name'

/** Which column of a CSV file holds what. Closed as long as the host found its way by the names. */
export function ColumnMapping({
  columns,
  found,
  decided,
  isNeeded,
  isOpen,
  disabled,
  onOpen,
  onChange,
}: {
  columns: readonly string[]
  /** What the host uses; null while it cannot read the file. */
  found: ColumnChoice | null
  decided: ColumnChoice
  /** The file cannot be read without it. */
  isNeeded: boolean
  isOpen: boolean
  disabled: boolean
  onOpen: (isOpen: boolean) => void
  onChange: (columns: ColumnChoice) => void
}) {
  const id = useId()
  const shows = isOpen || isNeeded
  const used = Object.values(found ?? {}).filter((name) => name !== '')
  const unused = columns.filter((name) => !used.includes(name))
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3">
        {isNeeded ? (
          <h3 className="font-semibold">Columns</h3>
        ) : (
          <Button variant="quiet" size="sm" className="-ml-2" aria-expanded={shows} onClick={() => onOpen(!isOpen)}>
            <ChevronRight aria-hidden="true" size={14} className={shows ? 'rotate-90' : ''} />
            Columns
          </Button>
        )}
        {found !== null && (
          <span className="min-w-0 text-sm text-ink-faint">
            {used.length} of {columns.length} used
            {unused.length > 0 && `; left out: ${unused.slice(0, 6).join(', ')}${unused.length > 6 ? ', …' : ''}`}
          </span>
        )}
      </div>
      {shows && (
        <div className="grid grid-cols-2 gap-x-8 gap-y-4 pt-3 max-sm:grid-cols-1">
          {columnFields.map(({ title, fields }) => (
            <fieldset key={title} disabled={disabled} className="flex min-w-0 flex-col gap-1.5">
              <legend className="pb-2 text-sm font-medium">{title}</legend>
              {fields.map(({ field, label, hint }) => (
                <div key={field} className="flex items-center gap-3">
                  <label htmlFor={`${id}-${field}`} className="w-24 shrink-0 text-sm text-ink-muted" title={hint}>
                    {label}
                  </label>
                  <Select
                    id={`${id}-${field}`}
                    value={decided[field] ?? found?.[field] ?? (found === null ? BY_NAME : NOT_USED)}
                    onChange={(event) => {
                      // Stays open when the file can be read at last: there may be more to choose.
                      onOpen(true)
                      const { [field]: _before, ...others } = { ...found, ...decided }
                      onChange(event.target.value === BY_NAME ? others : withColumn(others, field, event.target.value))
                    }}
                  >
                    {found === null && <option value={BY_NAME}>found by its name, if it is there</option>}
                    <option value={NOT_USED}>not in the file</option>
                    {columns.map((name) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                  </Select>
                </div>
              ))}
            </fieldset>
          ))}
        </div>
      )}
    </div>
  )
}
