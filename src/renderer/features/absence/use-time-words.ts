import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { locale, useClockStyle } from '../../app/locale.ts'
import { useLive } from '../../client/live-store.ts'
import { useNowMinuteMs } from '../../client/use-now.ts'
import type { TimeWords } from './absence-words.ts'

/** How times are written for this person, today. */
export function useTimeWords(): TimeWords {
  const zone = useLive(({ state }) => state?.zone ?? 'UTC')
  const style = useClockStyle()
  return { zone, style, locale: locale(), today: dayOf(useNowMinuteMs(), zone) }
}
