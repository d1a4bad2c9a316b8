import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/**
 * A setting: what it is and means at the left, its control at the right, and below why a change was refused. `id` names
 * the control: the label belongs to it, and `idsOf(id)` are to be put on it.
 */
export function SettingRow({
  id,
  label,
  hint,
  problem = null,
  children,
}: {
  /** Left out where the control names itself (a group of buttons). */
  id?: string
  label: ReactNode
  hint?: ReactNode
  problem?: string | null
  children?: ReactNode
}) {
  const labelClass = 'font-medium'
  return (
    <div className="flex min-h-(--row-height) flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3 last:border-b-0 compact:py-2">
      <div className="min-w-0 grow basis-70">
        {id === undefined ? (
          <div className={labelClass}>{label}</div>
        ) : (
          <label htmlFor={id} className={labelClass}>
            {label}
          </label>
        )}
        {hint !== undefined && (
          <div id={id === undefined ? undefined : `${id}-hint`} className="text-sm text-pretty text-ink-muted">
            {hint}
          </div>
        )}
      </div>
      {children}
      {problem !== null && (
        <p id={id === undefined ? undefined : `${id}-problem`} role="alert" className="basis-full text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

/** What a control with a label, a hint and a problem of its own has to carry. */
export function idsOf(id: string, { hint = true, problem }: { hint?: boolean; problem: string | null }) {
  return {
    id,
    'aria-describedby': clsx(problem !== null && `${id}-problem`, hint && `${id}-hint`) || undefined,
    'aria-invalid': problem !== null,
  }
}
