import { clsx } from 'clsx'
import type { HostInfo } from '../../shared/contract/host.ts'
import type { ConnectionStatus } from '../client/connect.ts'
import { useLive } from '../client/live-store.ts'
import { NoticeBell } from '../features/notices/notice-bell.tsx'

const words: Record<ConnectionStatus['kind'], { text: string; dot: string }> = {
  connecting: { text: 'Connecting', dot: 'bg-control' },
  online: { text: 'Saved on this machine', dot: 'bg-ok' },
  offline: { text: 'Reconnecting', dot: 'bg-warn' },
  'signed-out': { text: 'Signed out', dot: 'bg-warn' },
  outdated: { text: 'Reload needed', dot: 'bg-warn' },
}

/** Where the time is kept and whether it is being kept: one quiet line at the bottom of every page. */
export function StatusLine() {
  const connection = useLive((live) => live.connection)
  const host = useLive(({ state }) => state?.host)
  const zone = useLive(({ state }) => state?.zone)
  const { text, dot } = words[connection.kind]
  return (
    <footer className="flex h-7 shrink-0 items-center gap-4 border-t border-line bg-sunken px-4 text-sm text-ink-muted max-sm:hidden">
      <span className="flex shrink-0 items-center gap-2">
        <span aria-hidden="true" className={clsx('size-2 rounded-full', dot)} />
        {text}
      </span>
      {host !== undefined && (
        <span className="min-w-0 truncate text-ink-faint" title={host.profile}>
          {host.profile}
        </span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-4 text-ink-faint">
        {host !== undefined && <AttachedTo host={host} />}
        {host !== undefined && <NoticeBell />}
        {zone !== undefined && <span>{zone.replaceAll('_', ' ')}</span>}
      </span>
    </footer>
  )
}

/** One program at a time owns the profile; this window looks through it. */
function AttachedTo({ host }: { host: HostInfo }) {
  const isDesktopWindow = window.stintHost !== undefined
  const text =
    host.kind === 'desktop'
      ? isDesktopWindow
        ? null
        : 'through the desktop app'
      : isDesktopWindow
        ? 'through another Stint that was already running'
        : null
  return <span title={`Stint ${host.version}, process ${host.pid}`}>{text ?? `Stint ${host.version}`}</span>
}
