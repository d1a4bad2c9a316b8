/** Longest single entry that may be typed by hand: 999 h, the limit Toggl's desktop client kept. */
export const MAX_ENTRY_MS = 999 * 3_600_000

/** The longest idle time that anybody reports: no source counts further. A length, and no local day. */
export const MAX_IDLE_MS = 24 * 3_600_000
