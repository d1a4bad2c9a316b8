import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { InlineEdit } from '../../ui/inline-edit.tsx'

/** Text of a row, edited where it stands: cut off where it is too long to be shown, whole on hover and while it is edited. */
export function NameEdit({ value, className, ...rest }: Omit<ComponentProps<typeof InlineEdit>, 'display'>) {
  return (
    <InlineEdit
      value={value}
      display={
        <span title={value} className={clsx('block truncate', className)}>
          {value}
        </span>
      }
      className="max-w-full"
      {...rest}
    />
  )
}
