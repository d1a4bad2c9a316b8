/** An IANA time zone name, such as `Europe/Stockholm`; aliases (`Asia/Calcutta`) and `UTC` count. */
export type Zone = string

/** Imports check the same few names 100 000 times; asking Intl costs some 20 µs each time. */
const known = new Set<string>()
const MAX_KNOWN = 2_000

/** True for a name that this machine's zone data knows. Bare offsets (`+02:00`) are not zones: they know no daylight saving. */
export function isZone(text: string): boolean {
  if (known.has(text)) return true
  if (text.length > 64 || !/^[A-Za-z]/.test(text)) return false
  try {
    // The constructor is the only check that every host has and that accepts aliases; it throws RangeError on anything else.
    new Intl.DateTimeFormat('en', { timeZone: text })
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
  if (known.size < MAX_KNOWN) known.add(text)
  return true
}
