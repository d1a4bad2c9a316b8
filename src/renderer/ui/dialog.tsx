import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** After the dialog is gone and the focus is back where it was. */
  readonly onClosed?: () => void
  readonly title: string
  readonly description?: ReactNode
  /** The title is read out but not shown (the palette). */
  readonly hideTitle?: boolean
  /** Only to be read: its text takes the focus, so that the keyboard can scroll it. */
  readonly isText?: boolean
  readonly footer?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

/**
 * Only for what cannot be undone, and for what needs several fields at once. Traps the focus and gives it back to
 * whatever had it. The scrim is a plain element: Radix' own overlay locks scrolling with a style tag, which the page's
 * policy forbids.
 */
export function Dialog({ open, onOpenChange, ...rest }: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {open && (
        <RadixDialog.Portal>
          <div aria-hidden="true" className="fixed inset-0 z-40 animate-appear bg-scrim" />
          <DialogPanel {...rest} />
        </RadixDialog.Portal>
      )}
    </RadixDialog.Root>
  )
}

function DialogPanel({
  onClosed,
  title,
  description,
  hideTitle = false,
  isText = false,
  footer,
  className,
  children,
}: Omit<DialogProps, 'open' | 'onOpenChange'>) {
  // Asked while the panel is first drawn: a field in it may take the focus before anybody else could ask.
  const [before] = useState(() => document.activeElement)
  return (
    <RadixDialog.Content
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
        onClosed?.()
      }}
      {...(description === undefined ? { 'aria-describedby': undefined } : {})}
      className={clsx(
        'fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] -translate-x-1/2 animate-appear flex-col rounded-lg bg-raised shadow-dialog outline-none',
        className ?? 'max-w-120',
      )}
    >
      {hideTitle ? (
        <RadixDialog.Title className="sr-only">{title}</RadixDialog.Title>
      ) : (
        <div className="flex items-start gap-2 pt-4 pr-3 pb-1 pl-5">
          <RadixDialog.Title className="grow text-lg font-semibold">{title}</RadixDialog.Title>
          <RadixDialog.Close asChild>
            {/* No tooltip: it would cover the dialog as soon as the button gets the first focus. */}
            <button
              type="button"
              aria-label="Close"
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink"
            >
              <X size={16} />
            </button>
          </RadixDialog.Close>
        </div>
      )}
      {description !== undefined && (
        <RadixDialog.Description asChild>
          <div className="px-5 pb-2 text-ink-muted">{description}</div>
        </RadixDialog.Description>
      )}
      {children !== undefined && (
        <div tabIndex={isText ? 0 : undefined} className={clsx('min-h-0 overflow-y-auto', !hideTitle && 'px-5 py-2')}>
          {children}
        </div>
      )}
      {footer !== undefined && <div className="flex justify-end gap-2 px-5 pt-2 pb-4">{footer}</div>}
    </RadixDialog.Content>
  )
}
