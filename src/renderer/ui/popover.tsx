import { clsx } from 'clsx'
import { Popover as RadixPopover } from 'radix-ui'
import type { ReactNode } from 'react'
import { type OpenControl, useOpen } from './use-open.ts'

export const popoverClass =
  'z-40 rounded-lg bg-raised text-ink shadow-popover outline-none data-[state=open]:animate-appear'

/**
 * A small panel beside its trigger. Not modal: Radix locks scrolling with a style tag, which the page's policy forbids.
 * `trigger` is one element; Esc and a click outside close it and give the focus back.
 */
export function Popover({
  trigger,
  label,
  align = 'start',
  className,
  children,
  ...control
}: OpenControl & {
  trigger: ReactNode
  /** Read out when the panel opens. */
  label: string
  align?: 'start' | 'center' | 'end'
  className?: string
  children: ReactNode
}) {
  const [open, setOpen] = useOpen(control)
  return (
    <RadixPopover.Root open={open} onOpenChange={setOpen}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={clsx(popoverClass, className ?? 'w-72 p-3')}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
