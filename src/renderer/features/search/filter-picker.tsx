import { ChevronDown } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { type Option, OptionList } from '../../ui/option-list.tsx'
import { Popover } from '../../ui/popover.tsx'

/** Any number of a list's things to narrow the search by; the panel stays open while choosing. */
export function FilterPicker({
  label,
  none,
  many,
  options,
  value,
  onChange,
}: {
  label: string
  /** Shown when nothing is chosen: `Any project`. */
  none: string
  /** Shown for several: `projects`. */
  many: string
  options: readonly Option[]
  value: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const chosen = new Set(value)
  const first = options.find(({ id }) => id === value[0])
  const text =
    value.length === 0 ? none : value.length === 1 ? (first?.label ?? `1 ${many}`) : `${value.length} ${many}`
  return (
    <Popover
      label={label}
      className="w-72"
      trigger={
        <Button
          aria-label={`${label}: ${text}. Change`}
          className={
            value.length === 0
              ? 'max-w-52 border-control! font-normal! shadow-none'
              : 'max-w-52 border-accent! bg-accent-soft! shadow-none'
          }
        >
          {value.length === 1 && first?.mark}
          <span className="truncate">{text}</span>
          <ChevronDown aria-hidden="true" size={14} className="shrink-0 text-ink-faint" />
        </Button>
      }
    >
      <OptionList
        label={label}
        placeholder={`Find ${many}`}
        emptyText={`No ${many} of that name`}
        options={options}
        selected={chosen}
        onPick={(id) => onChange(chosen.has(id) ? value.filter((other) => other !== id) : [...value, id])}
      />
    </Popover>
  )
}
