import { formatDurationClock } from '../../../shared/format/format-duration.ts'
import { useNowMs } from '../../client/use-now.ts'

/** Time since a start, once a second. Not read out each second: the button around it has a name of its own. */
export function Elapsed({ startedAtMs }: { startedAtMs: number }) {
  return <>{formatDurationClock(Math.max(0, useNowMs() - startedAtMs))}</>
}
