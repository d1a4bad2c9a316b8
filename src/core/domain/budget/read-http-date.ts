const IMF_FIXDATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:[A-Z][a-z]{2}) \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7) in UTC milliseconds; null for anything else. */
export function readHttpDate(text: string): number | null {
  if (!IMF_FIXDATE.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
