import { useEffect } from 'react'
import { create } from 'zustand'
import { formatDurationClock } from '../../shared/format/format-duration.ts'
import { useRunning } from '../client/live-store.ts'
import { useNowMs } from '../client/use-now.ts'

const usePageTitle = create<{ title: string }>(() => ({ title: '' }))

export function setPageTitle(title: string): void {
  usePageTitle.setState({ title })
}

/** `0:42:10 Payment retry · Stint` while the timer runs, else the page. Draws nothing. */
export function DocumentTitle() {
  const running = useRunning()
  return running?.time.kind === 'clock' ? (
    <RunningTitle note={running.note} startedAtMs={running.time.startedAtMs} />
  ) : (
    <PlainTitle />
  )
}

function RunningTitle({ note, startedAtMs }: { note: string; startedAtMs: number }) {
  const nowMs = useNowMs()
  const elapsed = formatDurationClock(Math.max(0, nowMs - startedAtMs))
  const text = `${elapsed} ${note} · Stint`.replace(/\s+/g, ' ')
  useEffect(() => {
    document.title = text
  }, [text])
  return null
}

function PlainTitle() {
  const { title } = usePageTitle()
  useEffect(() => {
    document.title = title === '' ? 'Stint' : `${title} · Stint`
  }, [title])
  return null
}
