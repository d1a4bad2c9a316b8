import { clsx } from 'clsx'
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react'

/** A native checkbox; `indeterminate` shows that some of many are chosen. Without `children` give an aria-label. */
export function Checkbox({
  indeterminate = false,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'ref'> & { indeterminate?: boolean; children?: ReactNode }) {
  const id = useId()
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate
  }, [indeterminate])
  const box = (
    <input
      ref={ref}
      id={id}
      type="checkbox"
      className={clsx('size-4 shrink-0 accent-accent', !children && className)}
      {...rest}
    />
  )
  if (!children) return box
  return (
    <label htmlFor={id} className={clsx('inline-flex items-center gap-2 select-none', className)}>
      {box}
      {children}
    </label>
  )
}
