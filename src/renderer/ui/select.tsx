import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { inputClass } from './text-field.tsx'

/** The system's own select: it knows every platform's keys and screen readers. Needs a label (wrap it in Field). */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={clsx(inputClass, 'pr-1', className)} {...rest} />
}
