import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { Tooltip } from './tooltip.tsx'

const sizes = { sm: 'size-6', md: 'size-8' }

/** A button of one icon. Its label is read out and shown as a tooltip, with the shortcut. */
export function IconButton({
  label,
  shortcut,
  size = 'md',
  side = 'bottom',
  className,
  type = 'button',
  pressed,
  ...rest
}: ComponentProps<'button'> & {
  label: string
  shortcut?: string | undefined
  size?: 'sm' | 'md'
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** For a toggle: whether it is on. */
  pressed?: boolean
}) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={side}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md transition-colors select-none',
          'text-ink-muted hover:bg-hover hover:text-ink active:bg-pressed',
          'aria-pressed:bg-accent-soft aria-pressed:text-accent-text',
          'disabled:opacity-40 disabled:pointer-events-none',
          sizes[size],
          className,
        )}
        {...rest}
      />
    </Tooltip>
  )
}
