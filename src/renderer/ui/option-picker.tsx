import { type ReactNode, useState } from 'react'
import { type Option, OptionList } from './option-list.tsx'
import { Popover } from './popover.tsx'

/** One thing of a list, found by typing. `onCreate` offers to make what was typed. */
export function OptionPicker({
  trigger,
  label,
  placeholder,
  options,
  value,
  onChange,
  createLabel,
  onCreate,
}: {
  trigger: ReactNode
  label: string
  placeholder: string
  options: readonly Option[]
  value: string
  onChange: (id: string) => void
  createLabel?: (text: string) => string
  /** Answers with the id of what was made; null when it was refused. */
  onCreate?: (text: string) => Promise<string | null>
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover trigger={trigger} label={label} open={open} onOpenChange={setOpen} className="w-72">
      <OptionList
        label={label}
        placeholder={placeholder}
        options={options}
        selected={new Set([value])}
        {...(createLabel === undefined ? {} : { createLabel })}
        onPick={(id) => {
          setOpen(false)
          if (id !== value) onChange(id)
        }}
        onCreate={
          onCreate &&
          (async (text) => {
            const id = await onCreate(text)
            if (id === null) return
            setOpen(false)
            onChange(id)
          })
        }
      />
    </Popover>
  )
}
