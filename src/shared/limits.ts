/** Longest single entry that may be typed by hand: 999 h, the limit Toggl's desktop client kept. */
export const MAX_ENTRY_MS = 999 * 3_600_000
