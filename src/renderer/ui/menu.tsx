import { clsx } from 'clsx'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import { popoverClass } from './popover.tsx'
import { type OpenControl, useOpen } from './use-open.ts'

/** A menu under its trigger (one element). Not modal, for the same reason as Popover. */
export function Menu({
  trigger,
  label,
  align = 'end',
  children,
  ...control
}: OpenControl & {
  trigger: ReactNode
  label: string
  align?: 'start' | 'end'
  children: ReactNode
}) {
  const [open, setOpen] = useOpen(control)
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={clsx(
            popoverClass,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-y-auto p-1',
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const itemClass =
  'flex h-8 items-center gap-2 rounded-md px-2 text-base outline-none select-none data-highlighted:bg-hover data-disabled:opacity-45'

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode
  shortcut?: string | undefined
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={clsx(itemClass, danger ? 'text-danger' : 'text-ink')}
    >
      <span aria-hidden="true" className="flex size-4 items-center justify-center text-ink-faint">
        {icon}
      </span>
      <span className="grow truncate">{children}</span>
      {shortcut !== undefined && shortcut !== '' && <Kbd shortcut={shortcut} className="ml-4" />}
    </DropdownMenu.Item>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-sm text-ink-faint">{children}</DropdownMenu.Label>
}
