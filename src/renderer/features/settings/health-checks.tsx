import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { DoctorCheck } from '../../../shared/contract/host.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Moment } from './moment.tsx'
import { OnlineOnly } from './online-only.tsx'
import { useHealth } from './use-health.ts'

const looks = {
  ok: { icon: CircleCheck, mark: 'text-ok', word: 'Good' },
  warn: { icon: TriangleAlert, mark: 'text-warn', word: 'To look at' },
  fail: { icon: CircleAlert, mark: 'text-danger', word: 'Wrong' },
}

/** What `stint doctor` finds, worst first, with what to do about it. */
export function HealthChecks() {
  const { found, isChecking, problem, check } = useHealth()
  return (
    <div className="flex flex-col gap-2 pb-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <OnlineOnly>
          <Button aria-disabled={isChecking || undefined} onClick={() => void check()}>
            Check health
          </Button>
        </OnlineOnly>
        {isChecking && <Spinner label="Checking" />}
        <span role="status" className="text-sm text-ink-muted">
          {found !== null && !isChecking && (
            <>
              {summary(found.checks)} <Moment ms={found.atMs} ago={false} />
            </>
          )}
        </span>
      </div>
      {problem !== null && <Notice tone="warn">It could not be checked. {problem}</Notice>}
      {found !== null && (
        <ul aria-label="Checks" className="rounded-md border border-line bg-surface">
          {worstFirst(found.checks).map((one) => (
            <Check key={one.id} check={one} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Check({ check }: { check: DoctorCheck }) {
  const { icon: Icon, mark, word } = looks[check.status]
  return (
    <li className="flex gap-3 border-b border-line px-3 py-2 last:border-b-0 compact:py-1">
      <Icon aria-hidden="true" size={16} className={`mt-0.5 shrink-0 ${mark}`} />
      <div className="min-w-0 grow wrap-anywhere">
        <span className="sr-only">{word}: </span>
        <span className="font-medium">{check.title}</span>
        <span className="text-ink-muted"> · {check.detail}</span>
        {check.mend !== '' && <div>{check.mend}</div>}
      </div>
    </li>
  )
}

function worstFirst(checks: readonly DoctorCheck[]): DoctorCheck[] {
  const rank = { fail: 0, warn: 1, ok: 2 }
  return [...checks].sort((a, b) => rank[a.status] - rank[b.status])
}

function summary(checks: readonly DoctorCheck[]): string {
  const wrong = checks.filter(({ status }) => status === 'fail').length
  const doubtful = checks.filter(({ status }) => status === 'warn').length
  if (wrong > 0) return `${wrong} of ${checks.length} checks found something wrong.`
  if (doubtful > 0) return `${doubtful} of ${checks.length} checks found something to look at.`
  return `All is well: ${checks.length} checks.`
}
