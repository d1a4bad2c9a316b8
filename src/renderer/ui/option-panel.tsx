import { clsx } from 'clsx'
import { Popover as RadixPopover } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { type Option, OptionList } from './option-list.tsx'
import { popoverClass } from './popover.tsx'

/** One thing of a list, in a panel that a menu item opens beside `anchor`; the focus goes back to the anchor's button. */
export function OptionPanel({
  anchor,
  open,
  label,
  placeholder,
  options,
  value,
  onChange,
  createLabel,
  onCreate,
  onClose,
}: {
  anchor: ReactNode
  open: boolean
  label: string
  placeholder: string
  options: readonly Option[]
  value: string
  onChange: (id: string) => void
  createLabel?: (text: string) => string
  /** Answers with the id of what was made; null when it was refused. */
  onCreate?: (text: string) => Promise<string | null>
  onClose: () => void
}) {
  const place = useRef<HTMLSpanElement>(null)
  return (
    <RadixPopover.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <RadixPopover.Anchor asChild>
        <span ref={place} className="inline-flex">
          {anchor}
        </span>
      </RadixPopover.Anchor>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className={clsx(popoverClass, 'w-72')}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            place.current?.querySelector('button')?.focus()
          }}
        >
          <OptionList
            label={label}
            placeholder={placeholder}
            options={options}
            selected={new Set([value])}
            {...(createLabel === undefined ? {} : { createLabel })}
            onPick={(id) => {
              onClose()
              if (id !== value) onChange(id)
            }}
            onCreate={
              onCreate &&
              (async (text) => {
                const id = await onCreate(text)
                if (id === null) return
                onClose()
                onChange(id)
              })
            }
          />
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
