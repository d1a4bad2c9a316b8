import { clsx } from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

export const inputClass =
  'h-8 w-full min-w-0 rounded-md border border-control bg-surface px-2 text-ink outline-none transition-colors ' +
  'hover:border-ink-faint focus-visible:border-accent focus-visible:ring-1 focus-visible:ring-accent ' +
  'aria-invalid:border-danger aria-invalid:ring-danger disabled:opacity-60'

/** A bare input in the kit's look; it needs a label of its own (`aria-label`, or use TextField). */
export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={clsx(inputClass, className)} autoComplete="off" spellCheck={false} {...rest} />
}

/** A label above a control, with a hint or an error below. `children` gets the ids to put on the control. */
export function Field({
  label,
  hint,
  error,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  className?: string | undefined
  children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode
}) {
  const id = useId()
  const noteId = `${id}-note`
  const failed = error !== undefined && error !== null && error !== ''
  const hasNote = failed || hint !== undefined
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink-muted">
        {label}
      </label>
      {children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': failed })}
      {hasNote && (
        <p id={noteId} className={clsx('text-sm', failed ? 'text-danger' : 'text-ink-faint')}>
          {failed ? error : hint}
        </p>
      )}
    </div>
  )
}

/** Label, input, and hint or error in one. */
export function TextField({
  label,
  hint,
  error,
  className,
  ...rest
}: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode; error?: string | null | undefined }) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(ids) => <Input {...ids} {...rest} />}
    </Field>
  )
}
