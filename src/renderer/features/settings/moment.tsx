import { locale, useClockStyle } from '../../app/locale.ts'
import { useLive } from '../../client/live-store.ts'
import { useNowMinuteMs } from '../../client/use-now.ts'
import { momentWords } from './moment-words.ts'

/** A moment in the past, with how long ago below a day; all of it on hover. */
export function Moment({ ms, ago = true }: { ms: number; ago?: boolean }) {
  const words = useMomentWords(ms)
  return (
    <time dateTime={new Date(ms).toISOString()} title={words.full} className="tabular">
      {words.text}
      {ago && words.ago !== null && <span className="text-ink-faint"> · {words.ago}</span>}
    </time>
  )
}

export function useMomentWords(ms: number) {
  const zone = useLive(({ state }) => state?.zone ?? 'UTC')
  const style = useClockStyle()
  // A moment of this very minute lies after its beginning.
  const nowMs = Math.max(useNowMinuteMs(), ms)
  return momentWords(ms, { nowMs, zone, style, locale: locale() })
}
