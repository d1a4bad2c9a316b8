const HOUR_MS = 3_600_000
const PATTERN =
  /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?(?:\s*([ap])\.?\s*m\.?|\s*([fe])\.?\s*m\.?)?$/i

/**
 * Milliseconds after 00:00 from `9:05`, `09:05:30`, `09:05:30.250`, `09.05`, `9:05 PM`, `9 pm`, `9:05 p.m.`, and the
 * Swedish `9:05 em`. `24:00` is the end of the day. undefined for anything else; a bare `9` is a number, not a time.
 */
export function readTimeOfDay(text: string): number | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [, hourText = '', minuteText, secondText = '0', fraction = '', english, swedish] = match
  const half = (english ?? swedish)?.toLowerCase()
  if (minuteText === undefined && half === undefined) return undefined
  const minute = Number(minuteText ?? '0')
  const second = Number(secondText)
  if (minute > 59 || second > 59) return undefined
  const restMs = (minute * 60 + second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  let hour = Number(hourText)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half === 'p' || half === 'e' ? 12 : 0)
  }
  if (hour > 24 || (hour === 24 && restMs > 0)) return undefined
  return hour * HOUR_MS + restMs
}
