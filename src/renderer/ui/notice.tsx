import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const looks = {
  info: { icon: Info, tone: 'bg-accent-soft text-ink', mark: 'text-accent-text' },
  ok: { icon: CircleCheck, tone: 'bg-ok-soft text-ink', mark: 'text-ok' },
  warn: { icon: TriangleAlert, tone: 'bg-warn-soft text-ink', mark: 'text-warn' },
  danger: { icon: CircleAlert, tone: 'bg-danger-soft text-ink', mark: 'text-danger' },
}

/** One line beside the thing it is about. `warn` and `danger` are read out at once, the others politely. */
export function Notice({
  tone = 'info',
  actions,
  className,
  children,
}: {
  tone?: keyof typeof looks
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  const { icon: Icon, tone: toneClass, mark } = looks[tone]
  return (
    <div
      role={tone === 'warn' || tone === 'danger' ? 'alert' : 'status'}
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-1.5 text-sm',
        toneClass,
        className,
      )}
    >
      <Icon aria-hidden="true" size={16} className={clsx('shrink-0', mark)} />
      <div className="min-w-0 grow basis-60">{children}</div>
      {actions}
    </div>
  )
}
