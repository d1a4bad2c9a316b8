import { parseClockTime } from '../../shared/time-input/parse-clock-time.ts'

/** `10:00`, `9` or `9:30 pm` as a minute of the day, 0 to 1439; undefined for anything else, seconds included. */
export function readMinuteOfDay(typed: string): number | undefined {
  const time = parseClockTime(typed)
  return time.ok && time.value.second === 0 ? time.value.hour * 60 + time.value.minute : undefined
}

/** `09:05` */
export function minuteOfDayText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
