import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover shadow-raised',
  secondary: 'bg-surface text-ink border border-line-strong hover:bg-hover active:bg-pressed shadow-raised',
  quiet: 'text-ink-muted hover:bg-hover hover:text-ink active:bg-pressed',
  danger: 'bg-surface text-danger border border-line-strong hover:bg-danger-soft',
}

const sizes = { sm: 'h-7 px-2 gap-1 text-sm', md: 'h-8 px-3 gap-2' }

/** The classes of a button, for a link that looks like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: 'sm' | 'md' = 'md'): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap select-none transition-colors',
    'disabled:opacity-50 disabled:pointer-events-none aria-disabled:opacity-50',
    looks[variant],
    sizes[size],
  )
}

export function Button({
  variant = 'secondary',
  size = 'md',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant; size?: 'sm' | 'md' }) {
  return <button type={type} className={clsx(buttonClass(variant, size), className)} {...rest} />
}
